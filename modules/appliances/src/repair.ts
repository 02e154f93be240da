import type { Delay } from '@firstfix/contract/appliances/schemas';
import { addDays, type LocalDate } from '@firstfix/kernel/zone';
import { compareDates, daysBetween } from './days.ts';

/** A repair as the guarantees see it. */
export interface Repair {
  readonly receivedOn: LocalDate;
  /** Null: still with the repairer. */
  readonly doneOn: LocalDate | null;
  readonly faultCode: string | null;
  readonly failed: boolean;
  readonly delayedBy: Delay | null;
}

/**
 * The end of a period with the days in repair added: each repair begun on or before the end there is by then
 * moves it on. Days that two repairs share count once.
 */
export function extendByRepairs(
  end: LocalDate,
  startsOn: LocalDate,
  repairs: readonly Repair[],
  on: LocalDate,
): { until: LocalDate; days: number } {
  let until = end;
  let days = 0;
  let counted = startsOn;
  for (const repair of repairs.toSorted((a, b) => compareDates(a.receivedOn, b.receivedOn))) {
    if (repair.receivedOn > until || repair.receivedOn > on) continue;
    // the part of it that no repair before has counted
    const uncounted = daysBetween(counted, repair.receivedOn) > 0;
    const from = uncounted ? repair.receivedOn : counted;
    const to = repair.doneOn === null || repair.doneOn > on ? on : repair.doneOn;
    const added = Math.max(0, daysBetween(from, to));
    until = addDays(until, added);
    days += added;
    if (to > counted) counted = to;
  }
  return { until, days };
}

/**
 * Repairs that did not hold: reported as failed, or followed by the same fault within `holdsDays`. The fault
 * asked about counts as what followed the last one.
 */
export function failedRepairs(
  repairs: readonly Repair[],
  fault: { readonly on: LocalDate; readonly code: string | null },
  holdsDays: number,
): number {
  const before = repairs
    .filter(({ doneOn }) => doneOn !== null && doneOn <= fault.on)
    .toSorted((a, b) => compareDates(a.receivedOn, b.receivedOn));
  const next = [
    ...before.slice(1).map((repair) => ({ on: repair.receivedOn, code: repair.faultCode })),
    fault,
  ];
  return before.filter((repair, index) => {
    const came = next[index];
    if (repair.failed || !came || repair.doneOn === null) return repair.failed;
    const same = repair.faultCode !== null && repair.faultCode === came.code;
    return same && daysBetween(repair.doneOn, came.on) < holdsDays;
  }).length;
}
