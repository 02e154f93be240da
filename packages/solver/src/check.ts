import { leavesFrom } from './check-frozen.ts';
import { Walk } from './check-times.ts';
import type { Plan, Route, Stop } from './plan.ts';
import type { Id, Job, Problem, Technician } from './problem.ts';
import { roadTravel } from './travel.ts';
import type { Violation } from './violation.ts';

export type Verdict = {
  readonly violations: readonly Violation[];
  readonly served: number;
  readonly unserved: number;
  /** Sum of `priority + 1` of the jobs nobody serves. */
  readonly lostPriority: number;
  readonly travelSeconds: number;
};

/** Judges a plan by the rules alone. Shares no code with the search, so that each catches the other's mistakes. */
export function check(problem: Problem, plan: Plan): Verdict {
  const inspection = new Inspection(problem);
  for (const route of plan.routes) inspection.route(route);
  for (const { job } of plan.unassigned) inspection.unassigned(job);
  return inspection.verdict();
}

class Inspection {
  private readonly problem: Problem;
  private readonly violations: Violation[] = [];
  private readonly jobs: Map<Id, Job>;
  private readonly technicians: Map<Id, Technician>;
  private readonly routed = new Set<Id>();
  private readonly served = new Set<Id>();
  private readonly listed = new Set<Id>();
  private readonly holders = new Map<Id, Id>();
  private travelSeconds = 0;

  constructor(problem: Problem) {
    this.problem = problem;
    this.jobs = new Map(problem.jobs.map((job) => [job.id, job]));
    this.technicians = new Map(problem.technicians.map((technician) => [technician.id, technician]));
    for (const { id, frozen } of problem.technicians)
      for (const job of frozen ?? []) this.holders.set(job, id);
  }

  route({ technician: id, stops }: Route): void {
    const technician = this.technicians.get(id);
    if (!technician) this.report({ rule: 'unknown', technician: id });
    else if (this.routed.has(id)) this.report({ rule: 'served-twice', technician: id });
    else this.routeOf(technician, stops);
  }

  unassigned(id: Id): void {
    if (!this.jobs.has(id)) this.report({ rule: 'unknown', job: id });
    if (this.served.has(id) || this.listed.has(id)) this.report({ rule: 'served-twice', job: id });
    this.listed.add(id);
  }

  verdict(): Verdict {
    // a technician the plan does not mention has no visit
    for (const technician of this.problem.technicians) {
      if (!this.routed.has(technician.id)) this.routeOf(technician, []);
    }
    const unserved = this.problem.jobs.filter(({ id }) => !this.served.has(id));
    for (const { id } of unserved) if (!this.listed.has(id)) this.report({ rule: 'forgotten', job: id });
    return {
      violations: this.violations,
      served: this.served.size,
      unserved: unserved.length,
      lostPriority: unserved.reduce((sum, { priority }) => sum + priority + 1, 0),
      travelSeconds: this.travelSeconds,
    };
  }

  private routeOf(technician: Technician, stops: readonly Stop[]): void {
    this.routed.add(technician.id);
    const visits = stops.flatMap((stop) => ('job' in stop ? [stop.job] : []));
    for (const job of visits) this.visit(job, technician);
    this.parts(technician, visits);
    this.frozen(technician, visits);
    if (visits.length > 0) this.breaks(technician, stops);
    const walk = new Walk(technician, this.jobs, this.problem.travel ?? roadTravel());
    walk.day(stops);
    this.violations.push(...walk.violations);
    this.travelSeconds += walk.travelSeconds;
  }

  private visit(id: Id, technician: Technician): void {
    const job = this.jobs.get(id);
    const who = { job: id, technician: technician.id };
    if (!job) {
      this.report({ rule: 'unknown', ...who });
      return;
    }
    if (this.served.has(id)) this.report({ rule: 'served-twice', ...who });
    this.served.add(id);
    const holder = this.holders.get(id);
    if (holder !== undefined && holder !== technician.id) this.report({ rule: 'frozen', ...who });
    if (job.pinned && job.pinned.technician !== technician.id) this.report({ rule: 'pinned', ...who });
    // what has started is not judged by who should have been sent
    if (holder === technician.id) return;
    if (job.excludedTechnicians?.includes(technician.id)) this.report({ rule: 'excluded', ...who });
    if (job.skills?.some((skill) => !technician.skills.includes(skill)))
      this.report({ rule: 'skill', ...who });
  }

  private parts(technician: Technician, visits: readonly Id[]): void {
    const used: number[] = [];
    for (const id of visits) {
      for (const [kind, pieces] of (this.jobs.get(id)?.parts ?? []).entries()) {
        used[kind] = (used[kind] ?? 0) + pieces;
        const isShort = pieces > 0 && used[kind] > (technician.stock?.[kind] ?? 0);
        if (isShort && this.holders.get(id) !== technician.id) {
          this.report({ rule: 'parts', technician: technician.id, job: id });
        }
      }
    }
  }

  private frozen(technician: Technician, visits: readonly Id[]): void {
    for (const [i, job] of (technician.frozen ?? []).entries()) {
      if (visits[i] !== job) this.report({ rule: 'frozen', technician: technician.id, job });
    }
  }

  private breaks(technician: Technician, stops: readonly Stop[]): void {
    for (const [i, pause] of (technician.breaks ?? []).entries()) {
      const times = stops.filter((stop) => 'break' in stop && stop.break === i).length;
      const isOver = pause.window[1] < leavesFrom(technician);
      if (times > 1 || (times === 0 && !isOver))
        this.report({ rule: 'break-missed', technician: technician.id });
    }
  }

  private report(violation: Violation): void {
    this.violations.push(violation);
  }
}
