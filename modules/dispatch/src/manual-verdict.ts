import { type Instant, MINUTE, SECOND } from '@firstfix/kernel';
import type { PlannedOrder, WorkOrder } from '@firstfix/orders';
import { arrange, check, type Job, type Problem, type Violation } from '@firstfix/solver';
import { type EngineerDay, jobOf, problemOf, secondsFrom } from './territory-day.ts';

export interface BrokenRule {
  readonly rule: string;
  readonly minutes: number | null;
}

export interface ManualVerdict {
  readonly plannedStart: Instant;
  readonly travelSeconds: number;
  readonly broken: readonly BrokenRule[];
}

interface Wish {
  readonly order: WorkOrder;
  readonly engineer: EngineerDay;
  /** The engineer's other work of the day. */
  readonly work: readonly PlannedOrder[];
  /** When the dispatcher wants it; without it the best place in the day. */
  readonly plannedStart: Instant | null;
  readonly now: Instant;
}

/**
 * What it means for one engineer's day to take the order: when it would start, the travel it adds, and every
 * rule it breaks. Nothing here forbids: a person may insist.
 */
export function judge(midnight: Instant, wish: Wish): ManualVerdict {
  const seconds = secondsFrom(midnight);
  const others = wish.work.filter(({ order }) => order.id !== wish.order.id);
  const base = problemOf(midnight, [wish.engineer], others);
  const job = wantedJob(midnight, wish);
  const problem: Problem = { ...base, jobs: [...base.jobs, job] };
  const order = [...base.jobs.map(({ id }) => id), job.id].sort(byStart(others, wish, seconds));
  const stops = arrange(problem, wish.engineer.engineerId, order);
  const routes = [{ technician: wish.engineer.engineerId, stops }];
  const plan = {
    routes,
    unassigned: [],
    cost: { lostPriority: 0, travelSeconds: 0, affinitySeconds: 0 },
    seed: 0,
    iterations: 0,
  };
  const verdict = check(problem, plan);
  const start = stops.find((stop) => 'job' in stop && stop.job === job.id)?.start ?? 0;
  return {
    plannedStart: midnight + start * SECOND,
    travelSeconds: verdict.travelSeconds - travelOf(base, wish.engineer, others, seconds),
    broken: [...brokenPromise(midnight + start * SECOND, wish.order), ...verdict.violations.map(brokenRule)],
  };
}

/** An order without a promise may start any time from now on. */
function wantedJob(midnight: Instant, { order, now, plannedStart, engineer }: Wish): Job {
  const seconds = secondsFrom(midnight);
  const job = jobOf(midnight, { ...order, visitId: null }, null);
  const windows: Job['windows'] =
    job.windows.length > 0 ? job.windows : [[seconds(now), seconds(Math.max(now, engineer.end))]];
  return {
    ...job,
    windows,
    releasedAt: seconds(now),
    ...(plannedStart === null
      ? {}
      : { pinned: { technician: engineer.engineerId, start: seconds(plannedStart) } }),
  };
}

function byStart(others: readonly PlannedOrder[], wish: Wish, seconds: (instant: Instant) => number) {
  const starts = new Map(others.map(({ order, visit }) => [order.id, seconds(visit?.planned.start ?? 0)]));
  const wished = wish.plannedStart ?? wish.order.arrivalWindow?.start ?? wish.now;
  starts.set(wish.order.id, seconds(wished));
  return (a: string | number, b: string | number) =>
    (starts.get(String(a)) ?? 0) - (starts.get(String(b)) ?? 0);
}

function travelOf(
  problem: Problem,
  { engineerId }: EngineerDay,
  work: readonly PlannedOrder[],
  seconds: (instant: Instant) => number,
): number {
  const order = problem.jobs
    .map(({ id }) => id)
    .sort((a, b) => startOf(work, a, seconds) - startOf(work, b, seconds));
  const routes = [{ technician: engineerId, stops: arrange(problem, engineerId, order) }];
  return check(problem, { routes, unassigned: [], cost: NO_COST, seed: 0, iterations: 0 }).travelSeconds;
}

const NO_COST = { lostPriority: 0, travelSeconds: 0, affinitySeconds: 0 };

function startOf(
  work: readonly PlannedOrder[],
  id: string | number,
  seconds: (instant: Instant) => number,
): number {
  return seconds(work.find(({ order }) => order.id === id)?.visit?.planned.start ?? 0);
}

/** A start wished by a person is taken as it is; that it breaks the customer's window is said here. */
function brokenPromise(start: Instant, { arrivalWindow }: WorkOrder): BrokenRule[] {
  if (arrivalWindow === null || start <= arrivalWindow.end) return [];
  const minutes = Math.ceil((start - arrivalWindow.end) / MINUTE);
  return [{ rule: 'promise', minutes }];
}

function brokenRule({ rule, seconds }: Violation): BrokenRule {
  const minutes = seconds === undefined ? null : Math.ceil((seconds * SECOND) / MINUTE);
  return { rule, minutes };
}
