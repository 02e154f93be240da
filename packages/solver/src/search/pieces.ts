import { compile } from '../compile.ts';
import { at } from '../flat.ts';
import { addWhatHolds, appendVisits, frozenRoutes } from '../live/day.ts';
import type { Model } from '../model.ts';
import type { Sequence } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { Random } from '../random.ts';
import type { Routes } from '../schedule/routes.ts';
import { Annealing } from './annealing.ts';
import type { Budget } from './budget.ts';
import { cutDay, type Piece } from './cut.ts';
import { searchPiece } from './one-piece.ts';

/** What a round gets of the budget, and how far cooled it starts. */
type Round = { readonly share: number; readonly cooled: number; readonly rescue?: true };

/** Rounds of pieces, and between them rescues, which make room for lost jobs across the borders of pieces. */
const ROUNDS: readonly Round[] = [
  { share: 0.34, cooled: 0 },
  { share: 0.06, cooled: 0.9, rescue: true },
  { share: 0.2, cooled: 0.5 },
  { share: 0.06, cooled: 0.9, rescue: true },
  { share: 0.17, cooled: 0.6 },
  { share: 0.17, cooled: 0.7 },
];

type LargeSearch = {
  readonly seed: number;
  readonly budget: Budget;
  readonly start?: readonly Sequence[];
  /** Told now and then of the steps made and the whole plan's figures; returns true to stop. */
  readonly watch: (steps: number, unassigned: number, travelSeconds: number) => boolean;
};

/** Plans a large day in pieces, cut anew in each round. */
export function searchInPieces(model: Model, search: LargeSearch): { routes: Routes; steps: number } {
  const random = new Random(search.seed);
  const routes = frozenRoutes(model);
  if (search.start) addWhatHolds(routes, search.start);
  let steps = 0;
  for (const round of ROUNDS) {
    steps += round.rescue
      ? rescue(routes, search, random, round, steps)
      : planPieces(routes, search, random, round, steps);
  }
  return { routes, steps };
}

/** @returns the steps made */
function planPieces(
  routes: Routes,
  search: LargeSearch,
  random: Random,
  round: Round,
  stepsBefore: number,
): number {
  const { model } = routes;
  let steps = 0;
  for (const piece of cutDay(model, routes, random)) {
    // the clock runs from here: preparing the piece counts
    const budget = search.budget.part((round.share * piece.jobs.length) / model.jobCount);
    const others = figuresOfOthers(routes, piece);
    const found = searchPiece(compile(pieceProblem(model.problem, piece)), {
      seed: random.bits(),
      budget,
      start: sequencesOf(routes, piece),
      cooled: round.cooled,
      watch: (done, best) =>
        search.watch(
          stepsBefore + steps + done,
          others.absent + best.absentCount,
          others.travelSeconds + best.travelSeconds,
        ),
    });
    steps += found.steps;
    adopt(routes, piece, found.routes);
  }
  return steps;
}

/** @returns the steps made */
function rescue(
  routes: Routes,
  search: LargeSearch,
  random: Random,
  round: Round,
  stepsBefore: number,
): number {
  if (routes.absentCount === 0) return 0;
  const budget = search.budget.part(round.share);
  const annealing = new Annealing(routes, random, { cooled: round.cooled, aroundAbsent: 1 });
  annealing.run(budget, () =>
    search.watch(stepsBefore + annealing.steps, annealing.best.absentCount, annealing.best.travelSeconds),
  );
  return annealing.steps;
}

function pieceProblem(problem: Problem, piece: Piece): Problem {
  const ids = new Set(piece.jobs.map((j) => problem.jobs[j]?.id));
  return {
    ...problem,
    technicians: piece.technicians.flatMap((t) => problem.technicians[t] ?? []),
    jobs: problem.jobs.filter(({ id }) => ids.has(id)),
  };
}

function sequencesOf(routes: Routes, piece: Piece): Sequence[] {
  const { model } = routes;
  return piece.technicians.map((t) => ({
    technician: model.technician(t).id,
    jobs: routes.visits(t).map((j) => model.job(j).id),
  }));
}

/** Puts the routes found for a piece in place of those it had. */
function adopt(routes: Routes, piece: Piece, found: Routes): void {
  for (const t of piece.technicians) for (const j of routes.visits(t)) routes.unlink(j);
  for (const [i, t] of piece.technicians.entries()) {
    appendVisits(
      routes,
      t,
      found.visits(i).map((j) => routes.model.getJob(found.model.job(j).id)),
    );
  }
}

/** What the plan comes to without the piece. */
function figuresOfOthers(routes: Routes, piece: Piece): { absent: number; travelSeconds: number } {
  const absentHere = piece.jobs.filter((j) => at(routes.routeOf, j) < 0).length;
  let travelHere = 0;
  for (const t of piece.technicians) {
    travelHere += at(routes.leg, routes.model.startNode(t));
    for (const j of routes.visits(t)) travelHere += at(routes.leg, j);
  }
  return { absent: routes.absentCount - absentHere, travelSeconds: routes.travelSeconds - travelHere };
}
