import { DAY, type Id, type Instant, SECOND } from '@firstfix/kernel';
import type { PlannedOrder, Visit, WorkOrder } from '@firstfix/orders';
import type { Job, Problem, Technician } from '@firstfix/solver';

/** A technician's day as dispatch knows it. */
export interface EngineerDay {
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly home: { readonly lat: number; readonly lng: number };
  readonly skills: readonly string[];
  readonly start: Instant;
  readonly end: Instant;
  readonly breaks: readonly { readonly start: Instant; readonly end: Instant; readonly seconds: number }[];
  readonly breakSeconds: number;
}

/** States in which a visit has started: nothing moves it any more. */
const STARTED: readonly Visit['state'][] = ['en_route', 'on_site', 'in_service'];

/** The day as a problem for the solver; its times are seconds from `midnight`. */
export function problemOf(
  midnight: Instant,
  engineers: readonly EngineerDay[],
  orders: readonly PlannedOrder[],
): Problem {
  const known = new Set(engineers.map(({ engineerId }) => engineerId));
  const here = orders.filter(
    ({ visit }) => visit === null || known.has(visit.engineerId) || visit.state === 'planned',
  );
  return {
    technicians: engineers.map((engineer) => technicianOf(midnight, engineer, here)),
    jobs: here.map(({ order, visit }) => jobOf(midnight, order, visit)),
  };
}

function technicianOf(midnight: Instant, engineer: EngineerDay, orders: readonly PlannedOrder[]): Technician {
  const seconds = secondsFrom(midnight);
  const frozen = orders
    .filter(({ visit }) => visit?.engineerId === engineer.engineerId && STARTED.includes(visit.state))
    .map(({ order }) => order.id);
  return {
    id: engineer.engineerId,
    home: engineer.home,
    shift: [seconds(engineer.start), seconds(engineer.end)],
    breaks: engineer.breaks.map((pause) => ({
      window: [seconds(pause.start), seconds(pause.end)],
      durationSeconds: pause.seconds,
    })),
    skills: engineer.skills,
    frozen,
  };
}

/** Accepted visits keep their engineer and time; planned ones may move at a price. */
export function jobOf(midnight: Instant, order: WorkOrder, visit: Visit | null): Job {
  const seconds = secondsFrom(midnight);
  const window = order.arrivalWindow;
  const job: Job = {
    id: order.id,
    location: order.place.point,
    serviceSeconds: order.work.standardSeconds,
    windows: window === null ? unpromised(visit) : [[seconds(window.start), seconds(window.end)]],
    priority: order.work.priority,
    skills: order.work.skills,
  };
  if (visit?.state === 'accepted') {
    return { ...job, pinned: { technician: visit.engineerId, start: seconds(visit.planned.start) } };
  }
  return visit?.state === 'planned' ? { ...job, currentTechnician: visit.engineerId } : job;
}

/** Nobody begins in the past: what has not started and is fixed to no time starts from `second` on. */
export function notBefore(problem: Problem, second: number): Problem {
  const frozen = new Set(problem.technicians.flatMap((technician) => technician.frozen ?? []));
  const isFree = (job: Job) => job.pinned === undefined && !frozen.has(job.id);
  return {
    ...problem,
    jobs: problem.jobs.map((job) => (isFree(job) ? { ...job, releasedAt: second } : job)),
  };
}

/** Assigned before anybody promised a window: any time of the day will do. */
function unpromised(visit: Visit | null): Job['windows'] {
  return visit === null ? [] : [[0, DAY / SECOND]];
}

/** For the plan of one day, what lies a year away lies no farther: the solver counts in small numbers. */
const FARTHEST_SECONDS = (365 * DAY) / SECOND;

export function secondsFrom(midnight: Instant): (instant: Instant) => number {
  return (instant) => {
    const seconds = Math.round((instant - midnight) / SECOND);
    return Math.max(-FARTHEST_SECONDS, Math.min(FARTHEST_SECONDS, seconds));
  };
}

/** What a plan was computed on: which orders at which version, in whose hands. */
export function baseOf(orders: readonly PlannedOrder[]): string {
  return orders
    .map(({ order, visit }) => `${order.id}:${order.version}:${visit?.version ?? 0}`)
    .sort()
    .join(',');
}
