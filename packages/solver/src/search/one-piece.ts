import { constructByRegret } from '../construct/regret.ts';
import { addWhatHolds, frozenRoutes } from '../live/day.ts';
import type { Model } from '../model.ts';
import type { Sequence } from '../plan.ts';
import { Random } from '../random.ts';
import type { Routes } from '../schedule/routes.ts';
import { Annealing } from './annealing.ts';
import type { Budget } from './budget.ts';
import type { Snapshot } from './snapshot.ts';

/** Share of steps that make room around a job nobody serves. */
const AROUND_ABSENT = 0.1;

type PieceSearch = {
  readonly seed: number;
  readonly budget: Budget;
  /** An earlier plan, and how far the cooling has got with it. */
  readonly start?: readonly Sequence[];
  readonly cooled: number;
  /** Told now and then of the steps made and the best so far; returns true to stop. */
  readonly watch: (steps: number, best: Snapshot) => boolean;
};

/** Searches a day, or a piece of one small enough for its travel times to stay in cache. */
export function searchPiece(
  model: Model,
  { seed, budget, start, cooled, watch }: PieceSearch,
): { routes: Routes; steps: number } {
  const routes = frozenRoutes(model);
  if (start) addWhatHolds(routes, start);
  constructByRegret(routes);
  if (model.jobCount === 0) return { routes, steps: 0 };
  const annealing = new Annealing(routes, new Random(seed), { cooled, aroundAbsent: AROUND_ABSENT });
  annealing.run(budget, () => watch(annealing.steps, annealing.best));
  return { routes, steps: annealing.steps };
}
