import { at } from '../flat.ts';
import { Insertion, tryRoute } from '../schedule/insertion.ts';
import type { Routes } from '../schedule/routes.ts';

/**
 * The cheapest place of each job in each route, kept while the route stays what it was. A step touches a few
 * routes and most steps are taken back, so most answers are already there.
 */
export class InsertionCache {
  private readonly routes: Routes;
  private readonly technicians: number;
  private readonly seen: Int32Array;
  private readonly costs: Int32Array;
  private readonly afters: Int32Array;
  private readonly place = new Insertion();

  constructor(routes: Routes) {
    const { jobCount, technicianCount } = routes.model;
    this.routes = routes;
    this.technicians = technicianCount;
    this.seen = new Int32Array(jobCount * technicianCount).fill(-1);
    this.costs = new Int32Array(jobCount * technicianCount);
    this.afters = new Int32Array(jobCount * technicianCount);
  }

  /** Cost of the cheapest place of job j in route t; NEVER when it fits nowhere. */
  cost(j: number, t: number): number {
    const i = j * this.technicians + t;
    const version = at(this.routes.version, t);
    if (at(this.seen, i) !== version) {
      const { place } = this;
      place.clear();
      tryRoute(this.routes, j, t, place);
      this.costs[i] = place.cost;
      this.afters[i] = place.after;
      this.seen[i] = version;
    }
    return at(this.costs, i);
  }

  /** The node after which that place is; ask for the cost first. */
  after(j: number, t: number): number {
    return at(this.afters, j * this.technicians + t);
  }
}
