import { at, NEVER } from '../flat.ts';
import { arriveInLayer } from './arc.ts';
import type { Routes } from './routes.ts';
import { startAt } from './windows.ts';

/** The cheapest place found so far for a job. Costs are in seconds of travel. */
export class Insertion {
  cost = NEVER;
  technician = -1;
  /** The node after which the job goes. */
  after = -1;

  clear(): void {
    this.cost = NEVER;
    this.technician = -1;
    this.after = -1;
  }
}

/** Tries job j at every position of route t and keeps in `best` what beats it. O(1) per position. */
export function tryRoute(routes: Routes, j: number, t: number, best: Insertion): void {
  if (!routes.hasParts(j, t)) return;
  if (at(routes.model.breakCount, t) <= 1) tryOneBreak(routes, j, t, best);
  else tryBreaks(routes, j, t, best);
}

/** The inner loop of the search: cost first, then whether the two layers allow it. */
function tryOneBreak(routes: Routes, j: number, t: number, best: Insertion): void {
  const { model, next, leg, departs, arrivesBy, layers } = routes;
  const toJob = model.rows.to(j);
  const fromJob = model.rows.from(j);
  const affinity = model.affinity(j, t);
  const service = at(model.service, j);
  const closes = at(model.closes, j);
  const slot = t * model.mostBreaks;
  const breakOpens = at(model.breakFrom, slot);
  const breakCloses = at(model.breakCount, t) === 0 ? -NEVER : at(model.breakTo, slot);
  const pause = at(model.breakSeconds, slot);
  const end = model.endNode(t);
  for (let u = routes.anchor(t); u !== end; u = at(next, u)) {
    const departure = at(departs, u * layers);
    if (departure > closes) return;
    const v = at(next, u);
    const there = at(toJob, u);
    const onward = at(fromJob, v);
    const cost = there + onward - at(leg, u) + affinity;
    if (cost >= best.cost) continue;
    const arrival = departure + there;
    let rested = at(departs, u * layers + 1) + there;
    if (departure <= breakCloses) rested = Math.min(rested, Math.max(arrival, breakOpens) + pause);
    const leaves = startAt(model, j, arrival) + service;
    let fits = leaves + onward <= at(arrivesBy, v * layers);
    if (!fits) {
      let arrives = startAt(model, j, rested) + service + onward;
      if (leaves <= breakCloses) arrives = Math.min(arrives, Math.max(leaves + onward, breakOpens) + pause);
      fits = arrives <= at(arrivesBy, v * layers + 1);
    }
    if (!fits) continue;
    best.cost = cost;
    best.technician = t;
    best.after = u;
  }
}

function tryBreaks(routes: Routes, j: number, t: number, best: Insertion): void {
  const { model, next, leg } = routes;
  const toJob = model.rows.to(j);
  const fromJob = model.rows.from(j);
  const affinity = model.affinity(j, t);
  const end = model.endNode(t);
  for (let u = routes.anchor(t); u !== end; u = at(next, u)) {
    const v = at(next, u);
    const cost = at(toJob, u) + at(fromJob, v) - at(leg, u) + affinity;
    if (cost >= best.cost || !fitsBetween(routes, j, t, u)) continue;
    best.cost = cost;
    best.technician = t;
    best.after = u;
  }
}

/** Whether job j fits after node u of route t, for any number of breaks. */
export function fitsBetween(routes: Routes, j: number, t: number, u: number): boolean {
  const { model, departs, arrivesBy, layers } = routes;
  const v = at(routes.next, u);
  const there = at(model.rows.to(j), u);
  const onward = at(model.rows.from(j), v);
  const leaves = new Int32Array(layers).fill(NEVER);
  for (let taken = 0; taken <= at(model.breakCount, t); taken++) {
    const arrival = arriveInLayer(model, t, departs, u * layers, there, taken);
    leaves[taken] = Math.min(startAt(model, j, arrival) + at(model.service, j), NEVER);
    if (arriveInLayer(model, t, leaves, 0, onward, taken) <= at(arrivesBy, v * layers + taken)) return true;
  }
  return false;
}
