import type { Instant } from './instant.ts';

/** A half-open stretch of time: `start` belongs to it, `end` does not. */
export interface TimeWindow {
  readonly start: Instant;
  readonly end: Instant;
}

/** Throws `RangeError` when the window is empty or turned round. */
export function timeWindow(start: Instant, end: Instant): TimeWindow {
  if (!(start < end)) throw new RangeError(`window must end after it starts: ${start}..${end}`);
  return { start, end };
}

export function overlaps(a: TimeWindow, b: TimeWindow): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether an arrival at `instant` keeps the promise; an arrival at the very end still does. */
export function keeps(window: TimeWindow, instant: Instant): boolean {
  return instant <= window.end;
}
