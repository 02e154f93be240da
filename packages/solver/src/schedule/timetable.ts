import { at, NEVER } from '../flat.ts';
import { arriveAfterBreaks } from './arc.ts';
import type { Routes } from './routes.ts';
import { startAt } from './windows.ts';

/** What happens on a route, in order: visits by job node, breaks by their index in the technician's list. */
export type TimetableEntry =
  | { readonly job: number; readonly start: number }
  | { readonly break: number; readonly start: number };

/** A way to reach a node with some breaks taken, and the way it came from. */
type Way = {
  readonly departure: number;
  readonly start: number;
  readonly taken: number;
  readonly from: Way | undefined;
};

/**
 * The earliest timetable of a route that keeps everything; undefined when there is none.
 * Breaks are put at a stop, on arrival if the window allows, else before leaving.
 */
export function timetable(routes: Routes, t: number): TimetableEntry[] | undefined {
  const { model } = routes;
  const visits = routes.visits(t);
  if (visits.length === 0) return [];
  let ways: (Way | undefined)[] = [
    { departure: at(model.shiftFrom, t), start: 0, taken: 0, from: undefined },
  ];
  let node = model.startNode(t);
  for (const next of [...visits, model.endNode(t)]) {
    ways = onwards(routes, t, ways, at(routes.leg, node), next);
    node = next;
  }
  const last = ways[at(model.breakCount, t)];
  if (!last || last.departure > at(model.shiftTo, t)) return undefined;
  return entries(routes, t, visits, last);
}

function onwards(
  routes: Routes,
  t: number,
  ways: readonly (Way | undefined)[],
  seconds: number,
  next: number,
): (Way | undefined)[] {
  const { model } = routes;
  const isVisit = next <= model.spare;
  const found: (Way | undefined)[] = [];
  for (let taken = 0; taken <= at(model.breakCount, t); taken++) {
    for (const from of ways) {
      if (!from || from.taken > taken) continue;
      const arrival = arriveAfterBreaks(model, t, from.departure, seconds, from.taken, taken);
      if (arrival >= NEVER) continue;
      const start = isVisit ? startAt(model, next, arrival) : arrival;
      const departure = start + (isVisit ? at(model.service, next) : 0);
      const rival = found[taken];
      if (start < NEVER && (!rival || departure < rival.departure))
        found[taken] = { departure, start, taken, from };
    }
  }
  return found;
}

function entries(routes: Routes, t: number, visits: readonly number[], last: Way): TimetableEntry[] {
  const { model } = routes;
  const path: Way[] = [];
  for (let way: Way | undefined = last; way; way = way.from) path.unshift(way);
  const list: TimetableEntry[] = [];
  path.slice(1).forEach((way, i) => {
    const from = path[i];
    if (!from) return;
    const node = visits[i - 1] ?? model.startNode(t);
    list.push(...breaksBetween(routes, t, from, way.taken, at(routes.leg, node)));
    const job = visits[i];
    if (job !== undefined) list.push({ job, start: way.start });
  });
  return list;
}

function breaksBetween(
  routes: Routes,
  t: number,
  from: Way,
  taken: number,
  seconds: number,
): TimetableEntry[] {
  const { model } = routes;
  const list: TimetableEntry[] = [];
  let clock = from.departure;
  let left = seconds;
  const last = t * model.mostBreaks + taken - 1;
  for (let i = t * model.mostBreaks + from.taken; i <= last; i++) {
    const onArrival = Math.max(clock + left, at(model.breakFrom, i));
    if (i === last && onArrival <= at(model.breakTo, i)) {
      clock = onArrival;
      left = 0;
    } else if (clock < at(model.breakFrom, i)) {
      left = Math.max(0, left - (at(model.breakFrom, i) - clock));
      clock = at(model.breakFrom, i);
    }
    list.push({ break: at(model.breakIndex, i), start: clock });
    clock += at(model.breakSeconds, i);
  }
  return list;
}
