import { type Instant, SECOND, type TimeWindow } from '@firstfix/kernel';
import { instantAt, type LocalDate, type Zone } from '@firstfix/kernel/zone';
import type { CapacityPolicy } from './capacity-policy.ts';

/** An engineer's working day, with what they can do. */
export interface WorkingEngineer {
  readonly engineerId: string;
  readonly skills: readonly string[];
  readonly start: Instant;
  readonly end: Instant;
  readonly breakSeconds: number;
}

/** What an order takes of a window, and from whom. */
export interface Demand {
  /** Orders of the same category and difficulty draw on the same engineers. */
  readonly pool: string;
  readonly skills: readonly string[];
  readonly workSeconds: number;
  readonly urgent: boolean;
}

/** Seconds of work a window has booked, by pool. */
export type Loads = Readonly<Record<string, number>>;

/** Those whose shift begins on a day, and who of them can do the work asked for. */
export interface Crew {
  readonly all: readonly WorkingEngineer[];
  readonly able: readonly WorkingEngineer[];
}

export function crewFor(all: readonly WorkingEngineer[], demand: Demand): Crew {
  return { all, able: all.filter(({ skills }) => demand.skills.every((skill) => skills.includes(skill))) };
}

/** The arrival windows of a local day, in order. */
export function windowsOn(date: LocalDate, zone: Zone, policy: CapacityPolicy): TimeWindow[] {
  return policy.windows.map(({ from, to }) => ({
    start: instantAt(date, from, zone),
    end: instantAt(date, to, zone),
  }));
}

/**
 * Seconds of work that can still be promised in the window: what able engineers have left after their own pool,
 * and what all engineers have left after everybody, whichever is less. Never negative.
 */
export function freeSeconds(
  window: TimeWindow,
  { all: everybody, able }: Crew,
  bookedByPool: Loads,
  demand: Demand,
  policy: CapacityPolicy,
): number {
  const total = Object.values(bookedByPool).reduce((sum, seconds) => sum + seconds, 0);
  const own = promisable(window, able, demand, policy) - (bookedByPool[demand.pool] ?? 0);
  const all = promisable(window, everybody, demand, policy) - total;
  return Math.max(0, Math.floor(Math.min(own, all)));
}

function promisable(
  window: TimeWindow,
  engineers: readonly WorkingEngineer[],
  { urgent }: Demand,
  policy: CapacityPolicy,
): number {
  const seconds = engineers.reduce((sum, engineer) => sum + presentSeconds(window, engineer), 0);
  const share = policy.workShareBasisPoints / 10_000;
  const kept = urgent ? 1 : 1 - policy.urgentShareBasisPoints / 10_000;
  return seconds * share * kept;
}

/** The engineer's time within the window; a break counts in proportion to the day. */
export function presentSeconds(window: TimeWindow, engineer: WorkingEngineer): number {
  const overlap = Math.min(window.end, engineer.end) - Math.max(window.start, engineer.start);
  if (overlap <= 0) return 0;
  const day = (engineer.end - engineer.start) / SECOND;
  return (overlap / SECOND) * Math.max(0, 1 - engineer.breakSeconds / day);
}

/** How comfortable a window is: `full` when the demand does not fit. */
export function fitOf(free: number, demand: Demand, window: TimeWindow): 'good' | 'fair' | 'full' {
  if (free < demand.workSeconds) return 'full';
  return free > (window.end - window.start) / SECOND / 2 ? 'good' : 'fair';
}
