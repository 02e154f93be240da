import { at, NEVER } from './flat.ts';
import type { Day } from './live/day.ts';
import type { Rule } from './plan.ts';
import type { Id, Job, Technician } from './problem.ts';
import { arriveAfterBreaks, arriveInLayer } from './schedule/arc.ts';
import { Insertion, tryRoute } from './schedule/insertion.ts';
import type { Routes } from './schedule/routes.ts';
import { startAt } from './schedule/windows.ts';

/** Why a technician can't make a visit. */
export type Refusal = {
  readonly technician: Id;
  readonly rule: Rule;
  /** By how many minutes the nearest place on the route misses, when time is what is missing. */
  readonly missMinutes?: number;
};

/** The first rule that keeps technician t from job j, the plan being as it is; undefined when the visit fits. */
export function findRefusal(
  day: Pick<Day, 'model' | 'routes' | 'idle'>,
  j: number,
  t: number,
): Refusal | undefined {
  const technician = day.model.technician(t);
  const never = neverGoes(day, day.model.job(j), technician, t);
  if (never) return { technician: technician.id, rule: never };
  const emptyDay = missOn(day.idle, j, t);
  if (emptyDay) return { technician: technician.id, ...emptyDay };
  if (!day.routes.hasParts(j, t)) return { technician: technician.id, rule: 'parts-used' };
  const today = missOn(day.routes, j, t);
  return today && { ...today, technician: technician.id, rule: 'day-full' };
}

function neverGoes(day: Pick<Day, 'model'>, job: Job, technician: Technician, t: number): Rule | undefined {
  const frozenElsewhere = day.model.findFrozenHolder(job.id) ?? t;
  if (frozenElsewhere !== t || (job.pinned && job.pinned.technician !== technician.id)) return 'pinned';
  if (job.excludedTechnicians?.includes(technician.id)) return 'excluded';
  if (job.skills?.some((skill) => !technician.skills.includes(skill))) return 'skill';
  if (job.parts?.some((pieces, p) => pieces > (technician.stock?.[p] ?? 0))) return 'parts';
  return undefined;
}

type Miss = { readonly rule: Rule; readonly missMinutes?: number };

/** How far the nearest place of a route is from taking the job; undefined when one takes it. */
function missOn(routes: Routes, j: number, t: number): Miss | undefined {
  const place = new Insertion();
  tryRoute(routes, j, t, place);
  if (place.technician >= 0) return undefined;
  let nearest: { rule: Rule; seconds: number } = { rule: 'break', seconds: NEVER };
  const { model } = routes;
  const end = model.endNode(t);
  for (let u = routes.anchor(t); u !== end; u = at(routes.next, u)) {
    for (let taken = 0; taken <= at(model.breakCount, t); taken++) {
      const miss = missBetween(routes, j, t, u, taken);
      if (miss.seconds < nearest.seconds) nearest = miss;
    }
  }
  if (nearest.seconds === NEVER) return { rule: at(model.windowCount, j) === 0 ? 'window' : 'break' };
  return { rule: nearest.rule, missMinutes: Math.ceil(nearest.seconds / 60) };
}

/** By how much the windows, or else the rest of the route, would have to give way for job j after node u. */
function missBetween(
  routes: Routes,
  j: number,
  t: number,
  u: number,
  taken: number,
): { rule: Rule; seconds: number } {
  const { model, layers } = routes;
  const v = at(routes.next, u);
  const arrival = arriveInLayer(model, t, routes.departs, u * layers, at(model.rows.to(j), u), taken);
  if (arrival >= NEVER || at(model.windowCount, j) === 0) return { rule: 'window', seconds: NEVER };
  const late = Math.max(0, arrival - at(model.closes, j));
  const start = late > 0 ? arrival : startAt(model, j, arrival);
  const leaves = start + at(model.service, j);
  let overrun = NEVER;
  for (let later = taken; later <= at(model.breakCount, t); later++) {
    const limit = at(routes.arrivesBy, v * layers + later);
    const back = arriveAfterBreaks(model, t, leaves, at(model.rows.from(j), v), taken, later);
    if (limit > -NEVER && back < NEVER) overrun = Math.min(overrun, Math.max(0, back - limit));
  }
  return { rule: late >= overrun ? 'window' : 'shift', seconds: Math.max(late, overrun) };
}
