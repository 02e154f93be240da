import type { Explanation } from '@firstfix/contract/dispatch/endpoints';
import { type Instant, SECOND, toRfc3339 } from '@firstfix/kernel';
import type { Candidate, Refusal, Explanation as SolverExplanation } from '@firstfix/solver';

/** How many runners-up and refusals are worth keeping. */
const KEPT = 5;

type Decided = Pick<Explanation, 'chosen' | 'runnersUp' | 'refusals'>;

/** The solver's reasons with instants for its seconds, cut to what people read. */
export function decisionOf(midnight: Instant, explained: SolverExplanation): Decided {
  return {
    chosen: explained.chosen ? termOf(midnight, explained.chosen) : null,
    runnersUp: explained.runnersUp.slice(0, KEPT).map((candidate) => termOf(midnight, candidate)),
    refusals: explained.refusals.toSorted(nearestFirst).slice(0, KEPT).map(refusalOf),
  };
}

/** Everybody asked: who could come, and what keeps each of the others away. */
export function candidatesOf(midnight: Instant, explained: SolverExplanation) {
  return {
    candidates: explained.runnersUp.map((candidate) => termOf(midnight, candidate)),
    refusals: explained.refusals.toSorted(nearestFirst).map(refusalOf),
  };
}

function termOf(midnight: Instant, candidate: Candidate) {
  return {
    engineerId: String(candidate.technician),
    startAt: toRfc3339(midnight + candidate.start * SECOND),
    totalSeconds: Math.round(candidate.totalSeconds),
    travelSeconds: Math.round(candidate.travelSeconds),
    preferredSeconds: Math.round(candidate.preferredSeconds),
    movedSeconds: Math.round(candidate.movedSeconds),
    surplusSkillSeconds: Math.round(candidate.surplusSkillSeconds),
    waitingSeconds: Math.round(candidate.waitingSeconds),
  };
}

function refusalOf({ technician, rule, missMinutes }: Refusal) {
  return { engineerId: String(technician), rule, missMinutes: missMinutes ?? null };
}

function nearestFirst(a: Refusal, b: Refusal): number {
  return (a.missMinutes ?? Number.POSITIVE_INFINITY) - (b.missMinutes ?? Number.POSITIVE_INFINITY) || 0;
}
