import { compile } from '../compile.ts';
import { frozenRoutes } from '../live/day.ts';
import { readPlan } from '../live/read-out.ts';
import { type Plan, sequencesOf } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { type Budget, secondsBudget, stepsBudget } from './budget.ts';
import { searchPiece } from './one-piece.ts';
import { searchInPieces } from './pieces.ts';

export type SolveOptions = {
  /** Wall seconds. One of `seconds` and `iterations` is needed; `iterations` wins. */
  readonly seconds?: number;
  /** Steps of the search: the same steps and seed give the same plan on any machine. */
  readonly iterations?: number;
  readonly seed?: number;
  /** An earlier plan to start from; what no longer holds of it is left out. */
  readonly plan?: Plan;
  /** Called about four times a second of search. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the search early with the best plan so far, once aborted (an `AbortSignal` does). */
  readonly signal?: { readonly aborted: boolean };
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
};

export type Progress = {
  readonly iterations: number;
  readonly elapsedSeconds: number;
  readonly unassigned: number;
  readonly travelSeconds: number;
};

const PROGRESS_MILLISECONDS = 250;

/** More technicians than this are planned in pieces. */
const WHOLE = 60;

/**
 * Plans a day: as much worth served as possible, then as little travel as possible.
 * @throws when the problem means nothing or no budget is given
 */
export function solve(problem: Problem, options: SolveOptions): Plan {
  const now = options.now ?? (() => performance.now());
  const budget = budgetOf(options, now);
  const seed = options.seed ?? 1;
  const model = compile(problem);
  const start = options.plan && sequencesOf(options.plan);
  const report = progressWatch(options, now);
  const { routes, steps } =
    model.technicianCount > WHOLE
      ? searchInPieces(model, { seed, budget, start, watch: report })
      : searchPiece(model, {
          seed,
          budget,
          start,
          cooled: 0,
          watch: (done, best) => report(done, best.absentCount, best.travelSeconds),
        });
  return readPlan(routes, frozenRoutes(model), seed, steps);
}

function budgetOf({ seconds, iterations }: SolveOptions, now: () => number): Budget {
  if (iterations !== undefined) return stepsBudget(iterations);
  if (seconds === undefined) throw new Error('a search needs seconds or iterations');
  return secondsBudget(seconds, now);
}

/** Reports progress and says when to stop. */
function progressWatch(
  { signal, onProgress }: SolveOptions,
  now: () => number,
): (iterations: number, unassigned: number, travelSeconds: number) => boolean {
  const startedAt = now();
  let reportedAt = startedAt;
  return (iterations, unassigned, travelSeconds) => {
    if (onProgress && now() - reportedAt >= PROGRESS_MILLISECONDS) {
      reportedAt = now();
      onProgress({ iterations, elapsedSeconds: (reportedAt - startedAt) / 1000, unassigned, travelSeconds });
    }
    return signal?.aborted ?? false;
  };
}
