/** How long a search may take: wall seconds, or steps when the result must be the same everywhere. */
export type Budget = {
  /** Share used after so many steps, from 0 up; the search ends at 1. */
  used(steps: number): number;
  /** Steps to make between two questions: a clock is slow to read. */
  readonly stepsPerLook: number;
  /** A part of this budget, to be used from now on. */
  part(share: number): Budget;
};

/** @param now milliseconds of a clock that never goes back */
export function secondsBudget(seconds: number, now: () => number): Budget {
  const startedAt = now();
  const span = seconds * 1000;
  return {
    used: () => (span > 0 ? (now() - startedAt) / span : 1),
    stepsPerLook: 16,
    part: (share) => secondsBudget(seconds * share, now),
  };
}

export function stepsBudget(steps: number): Budget {
  return {
    used: (done) => (steps > 0 ? done / steps : 1),
    stepsPerLook: 1,
    part: (share) => stepsBudget(Math.floor(steps * share)),
  };
}
