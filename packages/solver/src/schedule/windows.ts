import { at, NEVER } from '../flat.ts';
import type { Model } from '../model.ts';

/** The earliest start of the job for an arrival; NEVER when every window has closed. */
export function startAt(model: Model, j: number, arrival: number): number {
  if (arrival > at(model.closes, j)) return NEVER;
  const opens = at(model.opens, j);
  if (arrival <= opens) return opens;
  const count = at(model.windowCount, j);
  return count === 1 ? arrival : startInLater(model, j, count, arrival);
}

/** The latest start of the job that is not after a limit; -NEVER when no window has opened by then. */
export function lastStart(model: Model, j: number, limit: number): number {
  if (limit < at(model.opens, j)) return -NEVER;
  const closes = at(model.closes, j);
  if (limit >= closes) return closes;
  const count = at(model.windowCount, j);
  return count === 1 ? limit : startInEarlier(model, j, count, limit);
}

function startInLater(model: Model, j: number, count: number, arrival: number): number {
  const first = j * model.mostWindows;
  for (let i = first; i < first + count; i++) {
    if (arrival <= at(model.windowTo, i)) return Math.max(arrival, at(model.windowFrom, i));
  }
  return NEVER;
}

function startInEarlier(model: Model, j: number, count: number, limit: number): number {
  const first = j * model.mostWindows;
  for (let i = first + count - 1; i >= first; i--) {
    if (limit >= at(model.windowFrom, i)) return Math.min(limit, at(model.windowTo, i));
  }
  return -NEVER;
}
