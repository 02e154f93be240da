import type { LocalDate } from '@firstfix/kernel/zone';

const DAY_MS = 86_400_000;

/** Calendar days from one date to another; negative when the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** For sorting, earlier first. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a.localeCompare(b);
}
