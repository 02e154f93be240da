import { affinitySeconds } from './cost/affinity.ts';
import { DEFAULT_WEIGHTS, type Weights } from './cost/weights.ts';
import { at, NEVER } from './flat.ts';
import { earliestDeparture, openBreaks, startWindows } from './openings.ts';
import type { Id, Job, Problem, Technician, Window } from './problem.ts';
import { SkillBits } from './skill-bits.ts';
import { type Place, roadTravel } from './travel.ts';
import { TravelRows } from './travel-rows.ts';

/**
 * A problem as flat integers; the one place where ids and skills become indices.
 *
 * Nodes: jobs `0..n-1`, one spare job `n` for questions about a visit that is not in the problem,
 * then each technician's start and end.
 */
export class Model {
  readonly problem: Problem;
  readonly weights: Weights;
  readonly jobCount: number;
  readonly technicianCount: number;
  readonly spare: number;
  readonly nodeCount: number;
  readonly rows: TravelRows;

  // per job
  readonly jobs: (Job | undefined)[];
  readonly service: Int32Array;
  readonly worth: Float64Array;
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  readonly windowCount: Int32Array;
  readonly windowFrom: Int32Array;
  readonly windowTo: Int32Array;
  readonly mostWindows: number;
  readonly usesParts: Int32Array;
  readonly parts: Int32Array;
  readonly ableOf: Int32Array[];
  readonly affinityOf: (Int32Array | undefined)[];
  readonly frozenOn: Int32Array;

  // per technician
  readonly shiftFrom: Int32Array;
  readonly shiftTo: Int32Array;
  readonly breakCount: Int32Array;
  readonly breakFrom: Int32Array;
  readonly breakTo: Int32Array;
  readonly breakSeconds: Int32Array;
  readonly breakIndex: Int32Array;
  readonly mostBreaks: number;
  readonly stock: Int32Array;
  readonly partKinds: number;
  readonly frozen: Int32Array[];

  private readonly jobIndex = new Map<Id, number>();
  private readonly technicianIndex = new Map<Id, number>();
  private readonly skills: SkillBits;

  constructor(problem: Problem) {
    this.problem = problem;
    const { technicians, jobs } = problem;
    const n = jobs.length;
    const m = technicians.length;
    this.weights = { ...DEFAULT_WEIGHTS, ...problem.weights };
    this.jobCount = n;
    this.technicianCount = m;
    this.spare = n;
    this.nodeCount = n + 1 + 2 * m;
    this.rows = new TravelRows(problem.travel ?? roadTravel(), placesOf(problem));
    this.skills = new SkillBits(technicians.map((technician) => technician.skills));
    this.mostWindows = jobs.reduce((most, job) => Math.max(most, job.windows.length), 1);
    this.mostBreaks = technicians.reduce((most, { breaks }) => Math.max(most, breaks?.length ?? 0), 1);
    this.partKinds = technicians.reduce((most, { stock }) => Math.max(most, stock?.length ?? 0), 0);

    const slots = n + 1;
    this.jobs = [...jobs, undefined];
    this.service = new Int32Array(this.nodeCount);
    this.worth = new Float64Array(slots);
    this.opens = new Int32Array(slots);
    this.closes = new Int32Array(slots);
    this.windowCount = new Int32Array(slots);
    this.windowFrom = new Int32Array(slots * this.mostWindows);
    this.windowTo = new Int32Array(slots * this.mostWindows);
    this.usesParts = new Int32Array(slots);
    this.parts = new Int32Array(slots * this.partKinds);
    this.ableOf = new Array<Int32Array>(slots).fill(new Int32Array(0));
    this.affinityOf = new Array<Int32Array | undefined>(slots).fill(undefined);
    this.frozenOn = new Int32Array(slots).fill(-1);

    this.shiftFrom = Int32Array.from(technicians, earliestDeparture);
    this.shiftTo = Int32Array.from(technicians, ({ shift }) => Math.floor(shift[1]));
    this.breakCount = new Int32Array(m);
    this.breakFrom = new Int32Array(m * this.mostBreaks);
    this.breakTo = new Int32Array(m * this.mostBreaks);
    this.breakSeconds = new Int32Array(m * this.mostBreaks);
    this.breakIndex = new Int32Array(m * this.mostBreaks);
    this.stock = new Int32Array(m * this.partKinds);
    this.frozen = new Array<Int32Array>(m).fill(new Int32Array(0));

    for (const [j, job] of jobs.entries()) this.jobIndex.set(job.id, j);
    for (const [t, technician] of technicians.entries()) this.setTechnician(t, technician);
    for (const [j, job] of jobs.entries()) this.setJob(j, job);
    this.weighFixed(jobs);
  }

  startNode(t: number): number {
    return this.spare + 1 + t;
  }

  endNode(t: number): number {
    return this.spare + 1 + this.technicianCount + t;
  }

  /** @throws when the job is not in the problem */
  getJob(id: Id): number {
    return getIndex(this.jobIndex, id, 'job');
  }

  findJob(id: Id): number | undefined {
    return this.jobIndex.get(id);
  }

  findTechnician(id: Id): number | undefined {
    return this.technicianIndex.get(id);
  }

  /** @throws when the technician is not in the problem */
  getTechnician(id: Id): number {
    return getIndex(this.technicianIndex, id, 'technician');
  }

  technician(t: number): Technician {
    const technician = this.problem.technicians[t];
    if (technician === undefined) throw new Error(`no technician at ${t}`);
    return technician;
  }

  job(j: number): Job {
    const job = this.jobs[j];
    if (job === undefined) throw new Error(`no job at ${j}`);
    return job;
  }

  /** Technicians allowed to make the visit, whatever their day looks like. */
  able(j: number): Int32Array {
    const able = this.ableOf[j];
    if (able === undefined) throw new Error(`no job at ${j}`);
    return able;
  }

  /** The technician on whom the job is frozen. */
  findFrozenHolder(id: Id): number | undefined {
    const holder = at(this.frozenOn, this.jobIndex.get(id) ?? this.spare);
    return holder < 0 ? undefined : holder;
  }

  frozenVisits(t: number): Int32Array {
    const frozen = this.frozen[t];
    if (frozen === undefined) throw new Error(`no technician at ${t}`);
    return frozen;
  }

  /** Seconds of travel that preferences, promises and spare skills are worth for this pair. */
  affinity(j: number, t: number): number {
    const row = this.affinityOf[j];
    return row === undefined ? 0 : at(row, t);
  }

  /** Makes the spare job this one; `setSpareWindow` says when. */
  setSpare(job: Job): void {
    this.jobs[this.spare] = job;
    this.rows.move(this.spare, job.location);
    this.setJob(this.spare, job);
  }

  /** Asks about the spare job in this window. */
  setSpareWindow(window: Window): void {
    this.setWindows(this.spare, startWindows({ ...this.job(this.spare), windows: [window] }));
  }

  /** Nothing that can be chosen freely outweighs what a person fixed. */
  private weighFixed(jobs: readonly Job[]): void {
    const everyone = this.worth.reduce((sum, worth) => sum + worth, 0);
    for (const [j, job] of jobs.entries()) {
      if (job.pinned || at(this.frozenOn, j) >= 0) this.worth[j] = job.priority + 1 + everyone;
    }
  }

  private setJob(j: number, job: Job): void {
    this.service[j] = job.serviceSeconds;
    this.worth[j] = job.priority + 1;
    if (j !== this.spare) this.setWindows(j, startWindows(job));
    let uses = 0;
    for (let p = 0; p < this.partKinds; p++) {
      const pieces = job.parts?.[p] ?? 0;
      this.parts[j * this.partKinds + p] = pieces;
      if (pieces > 0) uses = 1;
    }
    this.usesParts[j] = uses;
    this.setAble(j, job);
    this.setAffinity(j, job);
  }

  /** Replaces the windows of a job; they are disjoint and sorted by time, at most `mostWindows`. */
  setWindows(j: number, windows: readonly Window[]): void {
    const first = j * this.mostWindows;
    windows.forEach(([from, to], i) => {
      this.windowFrom[first + i] = Math.ceil(from);
      this.windowTo[first + i] = Math.floor(to);
    });
    this.windowCount[j] = windows.length;
    this.opens[j] = windows.length > 0 ? at(this.windowFrom, first) : NEVER;
    this.closes[j] = windows.length > 0 ? at(this.windowTo, first + windows.length - 1) : -NEVER;
  }

  private setAble(j: number, job: Job): void {
    const holder = at(this.frozenOn, j);
    if (holder >= 0) {
      this.ableOf[j] = Int32Array.of(holder);
      return;
    }
    const bits = this.skills.bitsOf(job.skills ?? []);
    const able: number[] = [];
    if (bits) for (let t = 0; t < this.technicianCount; t++) if (this.mayGo(t, job, bits)) able.push(t);
    this.ableOf[j] = Int32Array.from(able);
  }

  /** Holds the skills, not excluded, not pinned to somebody else, and the van can hold the parts. */
  private mayGo(t: number, job: Job, bits: Int32Array): boolean {
    if (!this.skills.holds(t, bits)) return false;
    const { id, stock } = this.technician(t);
    if (job.pinned && job.pinned.technician !== id) return false;
    if (job.excludedTechnicians?.includes(id)) return false;
    return (job.parts ?? []).every((pieces, p) => pieces <= (stock?.[p] ?? 0));
  }

  private setAffinity(j: number, job: Job): void {
    const matters =
      job.preferredTechnicians?.length ||
      job.currentTechnician !== undefined ||
      this.weights.surplusSkillSeconds;
    this.affinityOf[j] = matters
      ? Int32Array.from(this.problem.technicians, (technician) =>
          affinitySeconds(job, technician, this.weights),
        )
      : undefined;
  }

  private setTechnician(t: number, technician: Technician): void {
    this.technicianIndex.set(technician.id, t);
    const first = t * this.mostBreaks;
    openBreaks(technician).forEach(({ pause, index }, i) => {
      this.breakFrom[first + i] = Math.ceil(pause.window[0]);
      this.breakTo[first + i] = Math.floor(pause.window[1]);
      this.breakSeconds[first + i] = pause.durationSeconds;
      this.breakIndex[first + i] = index;
      this.breakCount[t] = i + 1;
    });
    for (let p = 0; p < this.partKinds; p++) this.stock[t * this.partKinds + p] = technician.stock?.[p] ?? 0;
    this.frozen[t] = Int32Array.from(technician.frozen ?? [], (id) => this.getJob(id));
    for (const j of this.frozenVisits(t)) this.frozenOn[j] = t;
  }
}

function placesOf({ jobs, technicians }: Problem): Place[] {
  const starts = technicians.map(({ start, home }) => start ?? home);
  const nowhere: Place = technicians[0]?.home ?? { lat: 0, lng: 0 };
  return [
    ...jobs.map(({ location }) => location),
    nowhere,
    ...starts,
    ...technicians.map(({ home }) => home),
  ];
}

function getIndex(index: ReadonlyMap<Id, number>, id: Id, kind: string): number {
  const found = index.get(id);
  if (found === undefined) throw new Error(`no ${kind} ${id} in the problem`);
  return found;
}
