import { at } from '../flat.ts';
import type { Routes } from './routes.ts';

/** Remembers the routes a step changes, so that a refused step costs no more than what it touched. */
export class Journal {
  private readonly routes: Routes;
  private readonly saved: Int32Array;
  private length = 0;
  private readonly stamp: Int32Array;
  private readonly versions: Int32Array;
  private step = 1;
  private travelSeconds = 0;
  private affinitySeconds = 0;

  constructor(routes: Routes) {
    this.routes = routes;
    const { jobCount, technicianCount } = routes.model;
    this.saved = new Int32Array(jobCount + 2 * technicianCount);
    this.versions = new Int32Array(technicianCount);
    this.stamp = new Int32Array(technicianCount);
  }

  /** Starts a step. */
  begin(): void {
    this.step++;
    this.length = 0;
    this.travelSeconds = this.routes.travelSeconds;
    this.affinitySeconds = this.routes.affinitySeconds;
  }

  /** To be called before the first change to a route. */
  touch(t: number): void {
    if (this.isTouched(t)) return;
    this.stamp[t] = this.step;
    this.versions[t] = at(this.routes.version, t);
    this.length = this.routes.write(t, this.saved, this.length);
  }

  isTouched(t: number): boolean {
    return at(this.stamp, t) === this.step;
  }

  /** Puts every touched route back. */
  rollback(): void {
    const { routes, saved, length } = this;
    for (let i = 0; i < length; i += 2 + at(saved, i + 1)) routes.clear(at(saved, i));
    for (let i = 0; i < length; ) {
      const t = at(saved, i);
      i = routes.read(saved, i);
      // the same visits again: what was known of the route still holds
      routes.version[t] = at(this.versions, t);
    }
    routes.travelSeconds = this.travelSeconds;
    routes.affinitySeconds = this.affinitySeconds;
  }
}
