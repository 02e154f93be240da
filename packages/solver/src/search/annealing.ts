import { Recreate } from '../construct/recreate.ts';
import { frozenRoutes } from '../live/day.ts';
import type { Model } from '../model.ts';
import type { Random } from '../random.ts';
import { Neighbours } from '../ruin/neighbours.ts';
import { RUIN_SIZE, StringRuin } from '../ruin/strings.ts';
import { Blinks } from '../schedule/blinks.ts';
import { Insertion, tryRoute } from '../schedule/insertion.ts';
import { Journal } from '../schedule/journal.ts';
import type { Routes } from '../schedule/routes.ts';
import type { Budget } from './budget.ts';
import { Snapshot } from './snapshot.ts';
import { Temperature } from './temperature.ts';

const NEIGHBOURS = 100;
const BLINK_RATE = 0.01;
/**
 * While searching, losing the least worthy job counts as this much travel, others in proportion, so that the search
 * can pass through worse plans; the best plan is kept by worth first.
 */
const LEAST_LOSS_SECONDS = 7200;

/** What a search is after. */
type Mood = {
  /** How far the cooling has got with the plan in the routes, from 0 (a new plan) to 1. */
  readonly cooled: number;
  /** Share of steps that make room around a job nobody serves. */
  readonly aroundAbsent: number;
};

/** Simulated annealing over ruin and recreate. */
export class Annealing {
  private readonly routes: Routes;
  private readonly random: Random;
  readonly best: Snapshot;
  steps = 0;
  private readonly journal: Journal;
  private readonly ruin: StringRuin;
  private readonly recreate: Recreate;
  private readonly temperature: Temperature;
  private readonly secondsPerWorth: number;
  private readonly aroundAbsent: number;
  private readonly hopeless: ReadonlySet<number>;
  private degrees = 0;

  constructor(routes: Routes, random: Random, { cooled, aroundAbsent }: Mood) {
    this.routes = routes;
    this.random = random;
    const { model } = routes;
    this.best = new Snapshot(routes);
    this.journal = new Journal(routes);
    this.ruin = new StringRuin(routes, new Neighbours(model, NEIGHBOURS), random, RUIN_SIZE);
    this.recreate = new Recreate(routes, random, new Blinks(random, BLINK_RATE));
    this.temperature = new Temperature(cooled);
    this.aroundAbsent = aroundAbsent;
    this.hopeless = hopelessJobs(routes);
    this.secondsPerWorth = LEAST_LOSS_SECONDS / leastWorth(model);
  }

  /** Searches until the budget is used or `stop` says so, and leaves the best plan in the routes. */
  run(budget: Budget, stop: () => boolean): void {
    let used = budget.used(0);
    while (used < 1 && !stop()) {
      this.degrees = this.temperature.at(used);
      for (let i = 0; i < budget.stepsPerLook; i++) this.step();
      used = budget.used(this.steps);
    }
    this.best.restore(this.routes);
  }

  private step(): void {
    const { routes, journal, ruin } = this;
    this.steps++;
    const before = this.price();
    journal.begin();
    ruin.around(this.drawSeed(), journal);
    this.recreate.run(ruin.removed, ruin.removedCount, journal);
    const worsening = this.price() - before;
    if (worsening > 0 && !this.accepts(worsening)) journal.rollback();
    else if (this.best.isBeatenBy(routes)) this.best.take(routes);
  }

  private price(): number {
    const { travelSeconds, affinitySeconds, lostWorth } = this.routes;
    return travelSeconds + affinitySeconds + lostWorth * this.secondsPerWorth;
  }

  private accepts(worsening: number): boolean {
    if (worsening < LEAST_LOSS_SECONDS / 2) this.temperature.observe(worsening);
    return worsening < -this.degrees * Math.log(1 - this.random.unit());
  }

  private drawSeed(): number {
    const { routes, random } = this;
    const { absentCount } = routes;
    if (absentCount > this.hopeless.size && random.unit() < this.aroundAbsent) {
      const job = routes.absentJob(random.below(absentCount));
      if (!this.hopeless.has(job)) return job;
    }
    return random.below(routes.model.jobCount);
  }
}

/** Absent jobs that fit nobody's day even if it were empty. */
function hopelessJobs(routes: Routes): Set<number> {
  const { model } = routes;
  const idle = frozenRoutes(model);
  const place = new Insertion();
  const hopeless = new Set<number>();
  for (let i = 0; i < routes.absentCount; i++) {
    const job = routes.absentJob(i);
    place.clear();
    for (const t of model.able(job)) if (place.technician < 0) tryRoute(idle, job, t, place);
    if (place.technician < 0) hopeless.add(job);
  }
  return hopeless;
}

function leastWorth(model: Model): number {
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < model.jobCount; j++) least = Math.min(least, model.worth[j] ?? least);
  return least;
}
