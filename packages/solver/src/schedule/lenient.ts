import { at, NEVER } from '../flat.ts';
import type { Routes } from './routes.ts';
import type { TimetableEntry } from './timetable.ts';
import { startAt } from './windows.ts';

/** A timetable for a route that can't be kept: everything in order and as early as may be, late where it has to be. */
export function lenientTimetable(routes: Routes, t: number): TimetableEntry[] {
  const { model } = routes;
  const list: TimetableEntry[] = [];
  let clock = at(model.shiftFrom, t);
  let pending = t * model.mostBreaks;
  const noMore = pending + at(model.breakCount, t);
  const rest = (): void => {
    const start = Math.max(clock, at(model.breakFrom, pending));
    list.push({ break: at(model.breakIndex, pending), start });
    clock = start + at(model.breakSeconds, pending++);
  };
  let node = model.startNode(t);
  for (const job of routes.visits(t)) {
    clock += at(routes.leg, node);
    while (pending < noMore && clock >= at(model.breakFrom, pending)) rest();
    const start = startAt(model, job, clock);
    clock = start < NEVER ? start : clock;
    list.push({ job, start: clock });
    clock += at(model.service, job);
    node = job;
  }
  while (pending < noMore) rest();
  return list;
}
