import { at, NEVER } from '../flat.ts';
import type { Random } from '../random.ts';
import type { Blinks } from '../schedule/blinks.ts';
import type { Journal } from '../schedule/journal.ts';
import type { Routes } from '../schedule/routes.ts';
import { InsertionCache } from './insertion-cache.ts';
import { InsertionOrder } from './order.ts';

/** Greedy insertion with blinks: puts absent jobs back, each where it is cheapest, in an order drawn at random. */
export class Recreate {
  private readonly routes: Routes;
  private readonly blinks: Blinks;
  private readonly jobs: Int32Array;
  private readonly isFresh: Int32Array;
  private readonly order: InsertionOrder;
  private readonly cache: InsertionCache;

  constructor(routes: Routes, random: Random, blinks: Blinks) {
    this.routes = routes;
    this.blinks = blinks;
    this.jobs = new Int32Array(routes.model.jobCount);
    this.isFresh = new Int32Array(routes.model.jobCount);
    this.cache = new InsertionCache(routes);
    this.order = new InsertionOrder(routes.model, random);
  }

  /**
   * Tries every absent job. Those the step took out may go anywhere; those absent before are tried only in
   * routes the step touched, since nothing changed for them elsewhere.
   */
  run(removed: Int32Array, removedCount: number, journal: Journal): void {
    const { routes, jobs, isFresh } = this;
    for (let i = 0; i < removedCount; i++) isFresh[at(removed, i)] = 1;
    const count = routes.absentCount;
    for (let i = 0; i < count; i++) jobs[i] = routes.absentJob(i);
    this.order.sort(jobs, count);
    for (let i = 0; i < count; i++) {
      const job = at(jobs, i);
      this.place(job, at(isFresh, job) === 1, journal);
      isFresh[job] = 0;
    }
  }

  private place(job: number, anywhere: boolean, journal: Journal): void {
    const { routes, cache, blinks } = this;
    const able = routes.model.able(job);
    let cheapest = NEVER;
    let technician = -1;
    for (let i = 0; i < able.length; i++) {
      const t = at(able, i);
      if (!anywhere && !journal.isTouched(t)) continue;
      const cost = cache.cost(job, t);
      if (cost >= cheapest || blinks.skip()) continue;
      cheapest = cost;
      technician = t;
    }
    if (technician < 0) return;
    journal.touch(technician);
    routes.link(job, cache.after(job, technician), technician);
    routes.refresh(technician);
  }
}
