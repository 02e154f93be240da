import type { Routes } from '../schedule/routes.ts';

/** A plan put aside, with what it is judged by: worth lost first, then cost. */
export class Snapshot {
  lostWorth = 0;
  /** Travel and what affinity adds to it, in seconds. */
  cost = 0;
  travelSeconds = 0;
  absentCount = 0;
  private affinitySeconds = 0;
  private readonly sequence: Int32Array;
  private length = 0;

  constructor(routes: Routes) {
    const { jobCount, technicianCount } = routes.model;
    this.sequence = new Int32Array(jobCount + 2 * technicianCount);
    this.take(routes);
  }

  isBeatenBy(routes: Routes): boolean {
    if (routes.lostWorth !== this.lostWorth) return routes.lostWorth < this.lostWorth;
    return routes.travelSeconds + routes.affinitySeconds < this.cost;
  }

  take(routes: Routes): void {
    this.lostWorth = routes.lostWorth;
    this.cost = routes.travelSeconds + routes.affinitySeconds;
    this.travelSeconds = routes.travelSeconds;
    this.affinitySeconds = routes.affinitySeconds;
    this.absentCount = routes.absentCount;
    this.length = 0;
    for (let t = 0; t < routes.model.technicianCount; t++)
      this.length = routes.write(t, this.sequence, this.length);
  }

  restore(routes: Routes): void {
    for (let t = 0; t < routes.model.technicianCount; t++) routes.clear(t);
    for (let i = 0; i < this.length; ) i = routes.read(this.sequence, i);
    routes.travelSeconds = this.travelSeconds;
    routes.affinitySeconds = this.affinitySeconds;
  }
}
