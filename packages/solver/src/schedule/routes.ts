import { at } from '../flat.ts';
import type { Model } from '../model.ts';
import { refreshTimes } from './times.ts';

/**
 * Every technician's route as linked nodes, with what makes an insertion checkable in O(1):
 * the earliest departure and the latest feasible arrival of each node, per layer of breaks taken.
 */
export class Routes {
  readonly model: Model;
  readonly layers: number;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Technician of each job, -1 when it is in no route. */
  readonly routeOf: Int32Array;
  readonly size: Int32Array;
  /** Travel from each node to the next. */
  readonly leg: Int32Array;
  /** Earliest departure, `node * layers + breaks taken`. */
  readonly departs: Int32Array;
  /** Latest feasible arrival, `node * layers + breaks taken`. */
  readonly arrivesBy: Int32Array;
  /** Pieces of each kind of part a route uses, `technician * partKinds + kind`. */
  readonly used: Int32Array;

  /** Changes whenever the route does: equal versions mean equal visits and times. */
  readonly version: Int32Array;
  private changes = 0;

  travelSeconds = 0;
  affinitySeconds = 0;
  /** Sum of the worth of the jobs in no route. */
  lostWorth = 0;

  private readonly absentJobs: Int32Array;
  private readonly absentAt: Int32Array;
  absentCount = 0;

  constructor(model: Model) {
    this.model = model;
    const { nodeCount, jobCount, technicianCount } = model;
    this.layers = model.mostBreaks + 1;
    this.next = new Int32Array(nodeCount);
    this.previous = new Int32Array(nodeCount);
    this.routeOf = new Int32Array(jobCount + 1).fill(-1);
    this.size = new Int32Array(technicianCount);
    this.leg = new Int32Array(nodeCount);
    this.departs = new Int32Array(nodeCount * this.layers);
    this.arrivesBy = new Int32Array(nodeCount * this.layers);
    this.used = new Int32Array(technicianCount * model.partKinds);
    this.version = new Int32Array(technicianCount);
    this.absentJobs = new Int32Array(jobCount + 1);
    this.absentAt = new Int32Array(jobCount + 1).fill(-1);
    for (let j = 0; j < jobCount; j++) this.markAbsent(j);
    for (let t = 0; t < technicianCount; t++) this.open(t);
  }

  absentJob(i: number): number {
    return at(this.absentJobs, i);
  }

  /** The jobs of a route, first to last. */
  visits(t: number): number[] {
    const visits: number[] = [];
    const end = this.model.endNode(t);
    for (let u = at(this.next, this.model.startNode(t)); u !== end; u = at(this.next, u)) visits.push(u);
    return visits;
  }

  /** The last node before which nothing may be inserted any more. */
  anchor(t: number): number {
    const frozen = this.model.frozenVisits(t);
    let anchor = this.model.startNode(t);
    for (let i = 0; i < frozen.length && at(this.next, anchor) === at(frozen, i); i++) anchor = at(frozen, i);
    return anchor;
  }

  /** Puts job j after node u of route t; call `refresh(t)` before asking about the route again. */
  link(j: number, u: number, t: number): void {
    const v = at(this.next, u);
    const rows = this.model.rows;
    const before = rows.between(u, j);
    const after = rows.between(j, v);
    this.travelSeconds += before + after - at(this.leg, u);
    this.affinitySeconds += this.model.affinity(j, t);
    this.leg[u] = before;
    this.leg[j] = after;
    this.next[u] = j;
    this.next[j] = v;
    this.previous[v] = j;
    this.previous[j] = u;
    this.routeOf[j] = t;
    this.size[t] = at(this.size, t) + 1;
    if (at(this.model.usesParts, j) > 0) this.takeParts(j, t, 1);
    this.markPresent(j);
  }

  /** Takes job j out of its route; call `refresh` of the route before asking about it again. */
  unlink(j: number): void {
    const t = at(this.routeOf, j);
    const u = at(this.previous, j);
    const v = at(this.next, j);
    const direct = this.model.rows.between(u, v);
    this.travelSeconds += direct - at(this.leg, u) - at(this.leg, j);
    this.affinitySeconds -= this.model.affinity(j, t);
    this.leg[u] = direct;
    this.next[u] = v;
    this.previous[v] = u;
    this.routeOf[j] = -1;
    this.size[t] = at(this.size, t) - 1;
    if (at(this.model.usesParts, j) > 0) this.takeParts(j, t, -1);
    this.markAbsent(j);
  }

  /** Whether what is left of the van's stock is enough for the job. */
  hasParts(j: number, t: number): boolean {
    const { model, used } = this;
    const kinds = model.partKinds;
    if (at(model.usesParts, j) === 0) return true;
    for (let p = 0; p < kinds; p++) {
      const pieces = at(model.parts, j * kinds + p);
      if (pieces > 0 && at(used, t * kinds + p) + pieces > at(model.stock, t * kinds + p)) return false;
    }
    return true;
  }

  /** Recomputes the times of a route after its visits changed. */
  refresh(t: number): void {
    this.version[t] = ++this.changes;
    refreshTimes(this, t);
  }

  /** Whether the route keeps every window, break and the shift. */
  isFeasible(t: number): boolean {
    const { model } = this;
    if (at(this.size, t) === 0) return true;
    const start = model.startNode(t);
    return at(this.departs, start * this.layers) <= at(this.arrivesBy, start * this.layers);
  }

  /** Appends `technician, size, jobs…` of a route to a buffer; returns where the buffer now ends. */
  write(t: number, buffer: Int32Array, length: number): number {
    let i = length;
    buffer[i++] = t;
    buffer[i++] = at(this.size, t);
    const end = this.model.endNode(t);
    for (let u = at(this.next, this.model.startNode(t)); u !== end; u = at(this.next, u)) buffer[i++] = u;
    return i;
  }

  /** Drops every visit of a route; its times and travel are stale until `read`. */
  clear(t: number): void {
    const end = this.model.endNode(t);
    for (let u = at(this.next, this.model.startNode(t)); u !== end; u = at(this.next, u)) {
      this.routeOf[u] = -1;
      this.markAbsent(u);
    }
  }

  /** Refills a cleared route from what `write` wrote at `from`; totals of travel are the caller's to restore. */
  read(buffer: Int32Array, from: number): number {
    const { model, next, previous, leg } = this;
    const t = at(buffer, from);
    const count = at(buffer, from + 1);
    let u = model.startNode(t);
    for (let i = from + 2; i <= from + 2 + count; i++) {
      const last = i === from + 2 + count;
      const v = last ? model.endNode(t) : at(buffer, i);
      leg[u] = model.rows.between(u, v);
      next[u] = v;
      previous[v] = u;
      if (!last) this.putBack(v, t);
      u = v;
    }
    this.size[t] = count;
    this.recountParts(t);
    this.refresh(t);
    return from + 2 + count;
  }

  private putBack(j: number, t: number): void {
    this.routeOf[j] = t;
    this.markPresent(j);
  }

  private recountParts(t: number): void {
    const kinds = this.model.partKinds;
    this.used.fill(0, t * kinds, (t + 1) * kinds);
    const end = this.model.endNode(t);
    for (let u = at(this.next, this.model.startNode(t)); u !== end; u = at(this.next, u)) {
      if (at(this.model.usesParts, u) > 0) this.takeParts(u, t, 1);
    }
  }

  private open(t: number): void {
    const start = this.model.startNode(t);
    const end = this.model.endNode(t);
    const seconds = this.model.rows.between(start, end);
    this.next[start] = end;
    this.previous[end] = start;
    this.leg[start] = seconds;
    this.travelSeconds += seconds;
    this.refresh(t);
  }

  private takeParts(j: number, t: number, sign: number): void {
    const kinds = this.model.partKinds;
    for (let p = 0; p < kinds; p++) {
      const slot = t * kinds + p;
      this.used[slot] = at(this.used, slot) + sign * at(this.model.parts, j * kinds + p);
    }
  }

  private markAbsent(j: number): void {
    if (j === this.model.spare) return;
    this.lostWorth += this.model.worth[j] ?? 0;
    this.absentAt[j] = this.absentCount;
    this.absentJobs[this.absentCount++] = j;
  }

  private markPresent(j: number): void {
    if (j === this.model.spare) return;
    const i = at(this.absentAt, j);
    const last = at(this.absentJobs, --this.absentCount);
    this.absentJobs[i] = last;
    this.absentAt[last] = i;
    this.absentAt[j] = -1;
    this.lostWorth -= this.model.worth[j] ?? 0;
  }
}
