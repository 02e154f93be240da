import { at, NEVER } from '../flat.ts';
import type { Model } from '../model.ts';
import { arriveInLayer, departInLayer } from './arc.ts';
import { lastStart, startAt } from './windows.ts';

/** The part of the routes that times live in. */
type Timed = {
  readonly model: Model;
  readonly layers: number;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly leg: Int32Array;
  readonly departs: Int32Array;
  readonly arrivesBy: Int32Array;
};

/** Recomputes the earliest departures and latest arrivals along a route. */
export function refreshTimes(routes: Timed, t: number): void {
  if (at(routes.model.breakCount, t) <= 1) {
    forwardOneBreak(routes, t);
    backwardOneBreak(routes, t);
  } else {
    forward(routes, t);
    backward(routes, t);
  }
}

/** Two layers unrolled: the case of nearly every day, and the inner loop of the search. */
function forwardOneBreak(routes: Timed, t: number): void {
  const { model, next, leg, departs, layers } = routes;
  const closes = breakCloses(model, t);
  const opens = at(model.breakFrom, t * model.mostBreaks);
  const pause = at(model.breakSeconds, t * model.mostBreaks);
  const end = model.endNode(t);
  let u = model.startNode(t);
  let before = at(model.shiftFrom, t);
  let after = NEVER;
  departs[u * layers] = before;
  departs[u * layers + 1] = after;
  for (;;) {
    const seconds = at(leg, u);
    const arrival = before + seconds;
    after = Math.min(after + seconds, NEVER);
    if (before <= closes) after = Math.min(after, Math.max(arrival, opens) + pause);
    u = at(next, u);
    if (u === end) return;
    before = Math.min(startAt(model, u, arrival) + at(model.service, u), NEVER);
    after = Math.min(startAt(model, u, after) + at(model.service, u), NEVER);
    departs[u * layers] = before;
    departs[u * layers + 1] = after;
  }
}

function backwardOneBreak(routes: Timed, t: number): void {
  const { model, previous, leg, arrivesBy, layers } = routes;
  const closes = breakCloses(model, t);
  const opens = at(model.breakFrom, t * model.mostBreaks);
  const pause = at(model.breakSeconds, t * model.mostBreaks);
  const start = model.startNode(t);
  const untaken = at(model.breakCount, t) === 0;
  let v = model.endNode(t);
  let before = untaken ? at(model.shiftTo, t) : -NEVER;
  let after = untaken ? -NEVER : at(model.shiftTo, t);
  for (;;) {
    arrivesBy[v * layers] = before;
    arrivesBy[v * layers + 1] = after;
    if (v === start) return;
    v = at(previous, v);
    const seconds = at(leg, v);
    const viaBreak = opens + pause <= after ? Math.min(closes, after - pause - seconds) : -NEVER;
    before = Math.max(before - seconds, viaBreak, -NEVER);
    after = Math.max(after - seconds, -NEVER);
    if (v === start) continue;
    before = lastStart(model, v, before - at(model.service, v));
    after = lastStart(model, v, after - at(model.service, v));
  }
}

/** When the only break closes; never open when there is none. */
function breakCloses(model: Model, t: number): number {
  return at(model.breakCount, t) === 0 ? -NEVER : at(model.breakTo, t * model.mostBreaks);
}

function forward(routes: Timed, t: number): void {
  const { model, next, leg, departs, layers } = routes;
  const end = model.endNode(t);
  let u = model.startNode(t);
  departs.fill(NEVER, u * layers, (u + 1) * layers);
  departs[u * layers] = at(model.shiftFrom, t);
  for (let v = at(next, u); v !== end; v = at(next, u)) {
    for (let l = 0; l < layers; l++) {
      const arrival =
        l <= at(model.breakCount, t) ? arriveInLayer(model, t, departs, u * layers, at(leg, u), l) : NEVER;
      departs[v * layers + l] = Math.min(startAt(model, v, arrival) + at(model.service, v), NEVER);
    }
    u = v;
  }
}

function backward(routes: Timed, t: number): void {
  const { model, previous, leg, arrivesBy, layers } = routes;
  const start = model.startNode(t);
  let v = model.endNode(t);
  arrivesBy.fill(-NEVER, v * layers, (v + 1) * layers);
  arrivesBy[v * layers + at(model.breakCount, t)] = at(model.shiftTo, t);
  while (v !== start) {
    const u = at(previous, v);
    for (let l = 0; l < layers; l++) {
      const limit =
        l <= at(model.breakCount, t) ? departInLayer(model, t, arrivesBy, v * layers, at(leg, u), l) : -NEVER;
      arrivesBy[u * layers + l] = u === start ? limit : lastStart(model, u, limit - at(model.service, u));
    }
    v = u;
  }
}
