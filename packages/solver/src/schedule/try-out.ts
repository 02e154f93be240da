import { at } from '../flat.ts';
import { lenientTimetable } from './lenient.ts';
import type { Routes } from './routes.ts';
import { type TimetableEntry, timetable } from './timetable.ts';

/** When job j would start, were it put after node u of route t, and how long the technician would wait for that. */
export function tryOut(
  routes: Routes,
  j: number,
  t: number,
  u: number,
): { start: number; waitingSeconds: number } {
  routes.link(j, u, t);
  routes.refresh(t);
  const entries = timetable(routes, t) ?? lenientTimetable(routes, t);
  const times = { start: 0, waitingSeconds: 0 };
  const i = entries.findIndex((entry) => 'job' in entry && entry.job === j);
  times.start = entries[i]?.start ?? 0;
  times.waitingSeconds = times.start - readyAt(routes, t, entries.slice(0, i)) - at(routes.leg, u);
  routes.unlink(j);
  routes.refresh(t);
  return times;
}

/** When everything before is over, breaks counted as if they were taken back to back. */
function readyAt(routes: Routes, t: number, before: readonly TimetableEntry[]): number {
  const { model } = routes;
  let clock = at(model.shiftFrom, t);
  for (const entry of before) {
    if ('job' in entry) clock = entry.start + at(model.service, entry.job);
    else clock += model.technician(t).breaks?.[entry.break]?.durationSeconds ?? 0;
  }
  return clock;
}
