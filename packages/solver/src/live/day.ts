import { compile } from '../compile.ts';
import { at } from '../flat.ts';
import type { Model } from '../model.ts';
import { type Plan, type Sequence, sequencesOf } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { fitsBetween, Insertion, tryRoute } from '../schedule/insertion.ts';
import { Routes } from '../schedule/routes.ts';

/** A plan kept warm, so that questions about it are answered in one pass over its positions. */
export type Day = {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly model: Model;
  readonly routes: Routes;
  /** The same technicians with nothing but their frozen visits. */
  readonly idle: Routes;
};

/**
 * Warms a plan up.
 * @throws when the problem means nothing or the plan names what the problem doesn't have
 */
export function openDay(problem: Problem, plan: Plan): Day {
  const model = compile(problem);
  const routes = new Routes(model);
  for (const { technician, jobs } of sequencesOf(plan)) {
    const visits = jobs.map((id) => model.getJob(id));
    appendVisits(routes, model.getTechnician(technician), visits);
  }
  return { problem, plan, model, routes, idle: frozenRoutes(model) };
}

/** Routes with the frozen visits only. */
export function frozenRoutes(model: Model): Routes {
  const routes = new Routes(model);
  for (let t = 0; t < model.technicianCount; t++) appendVisits(routes, t, [...model.frozenVisits(t)]);
  return routes;
}

/** Adds what still holds of an earlier plan: visits that no longer fit their route are left out. */
export function addWhatHolds(routes: Routes, earlier: readonly Sequence[]): void {
  const { model } = routes;
  for (const { technician, jobs } of earlier) {
    const t = model.findTechnician(technician);
    if (t === undefined) continue;
    for (const id of jobs) {
      const j = model.findJob(id);
      if (j !== undefined && at(routes.routeOf, j) < 0 && model.able(j).includes(t))
        addIfItFits(routes, j, t);
    }
  }
}

function addIfItFits(routes: Routes, j: number, t: number): void {
  const last = at(routes.previous, routes.model.endNode(t));
  const place = new Insertion();
  if (routes.hasParts(j, t) && fitsBetween(routes, j, t, last)) {
    place.technician = t;
    place.after = last;
  } else tryRoute(routes, j, t, place);
  if (place.technician < 0) return;
  routes.link(j, place.after, t);
  routes.refresh(t);
}

/** Puts visits at the end of a route, whatever that breaks. */
export function appendVisits(routes: Routes, t: number, jobs: readonly number[]): void {
  for (const j of jobs) routes.link(j, at(routes.previous, routes.model.endNode(t)), t);
  routes.refresh(t);
}
