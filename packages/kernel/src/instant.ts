import { DomainError } from './domain-error.ts';

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, as a safe integer. */
export type Instant = number & { readonly __instant?: never };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** RFC 3339 with `Z` and milliseconds, as it goes over the wire. */
export function toRfc3339(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** As `toRfc3339`, for what may not have happened yet. */
export function toRfc3339OrNull(instant: Instant | null): string | null {
  return instant === null ? null : toRfc3339(instant);
}

/**
 * Reads RFC 3339 with any offset. 400 for a text that names no instant: a schema's format lets through times no
 * calendar has, like a 61st second.
 */
export function parseInstant(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new DomainError(400, 'invalid_input/no_time', { text });
  return instant;
}

/** What the database driver takes for a `timestamptz` column. */
export function toDate(instant: Instant): Date {
  return new Date(instant);
}

/** As `toDate`, for a column that may be null. */
export function toDateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : toDate(instant);
}
