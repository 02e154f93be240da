import { at } from '../flat.ts';
import type { Random } from '../random.ts';
import type { Journal } from '../schedule/journal.ts';
import type { Routes } from '../schedule/routes.ts';
import type { Neighbours } from './neighbours.ts';

/** How much a step takes out. */
type RuinSize = {
  /** Jobs removed by an average step. */
  readonly averageRemoved: number;
  /** Longest run taken from one route. */
  readonly longestString: number;
  /** Share of removals that leave some visits inside the run in place. */
  readonly splitShare: number;
};

export const RUIN_SIZE: RuinSize = { averageRemoved: 14, longestString: 10, splitShare: 0.5 };

/** Each further visit that a split run leaves in place is this likely. */
const LONGER_SPLIT = 0.01;

/**
 * Slack induction by string removals (Christiaens & Vanden Berghe 2020): takes runs of visits out of routes
 * that pass near one job, so that neighbouring routes get room at the same place and time.
 */
export class StringRuin {
  private readonly routes: Routes;
  private readonly neighbours: Neighbours;
  private readonly random: Random;
  private readonly ruinSize: RuinSize;
  /** The jobs the last step took out. */
  readonly removed: Int32Array;
  removedCount = 0;
  private readonly run: Int32Array;

  constructor(routes: Routes, neighbours: Neighbours, random: Random, ruinSize: RuinSize) {
    this.routes = routes;
    this.neighbours = neighbours;
    this.random = random;
    this.ruinSize = ruinSize;
    this.removed = new Int32Array(routes.model.jobCount);
    this.run = new Int32Array(routes.model.jobCount);
  }

  /** Takes out runs around a job; the job itself may be in no route. */
  around(seed: number, journal: Journal): void {
    const { longest, strings } = this.drawSize();
    this.removedCount = 0;
    let left = strings;
    if (this.takeRunAt(seed, longest, journal)) left--;
    for (const near of this.neighbours.of(seed)) {
      if (left <= 0) break;
      if (this.takeRunAt(near, longest, journal)) left--;
    }
  }

  /** Longer routes give longer runs from fewer of them; the average removed stays the same. */
  private drawSize(): { longest: number; strings: number } {
    const { routes, ruinSize, random } = this;
    const served = routes.model.jobCount - routes.absentCount;
    const average = served / Math.max(1, routes.model.technicianCount);
    const longest = Math.max(1, Math.min(ruinSize.longestString, average));
    const most = (4 * ruinSize.averageRemoved) / (1 + longest) - 1;
    return { longest, strings: Math.floor(random.unit() * most + 1) };
  }

  private takeRunAt(job: number, longest: number, journal: Journal): boolean {
    const { routes, random } = this;
    const t = at(routes.routeOf, job);
    if (t < 0 || journal.isTouched(t)) return false;
    const count = this.loosen(t);
    const position = this.run.subarray(0, count).indexOf(job);
    if (position < 0) return false;
    journal.touch(t);
    const length = 1 + Math.floor(random.unit() * Math.min(count, longest));
    if (length > 1 && length < count && random.unit() < this.ruinSize.splitShare)
      this.takeSplit(position, length, count);
    else this.take(this.placeRun(position, length, count), length);
    routes.refresh(t);
    return true;
  }

  /** The visits of a route that may be taken out, in `run`; returns how many. */
  private loosen(t: number): number {
    const { routes, run } = this;
    const end = routes.model.endNode(t);
    let count = 0;
    for (let u = at(routes.next, routes.anchor(t)); u !== end; u = at(routes.next, u)) run[count++] = u;
    return count;
  }

  /** Where a run of this length starts so that it holds the position. */
  private placeRun(position: number, length: number, count: number): number {
    const first = Math.max(0, position - length + 1);
    const last = Math.min(position, count - length);
    return first + this.random.below(last - first + 1);
  }

  private takeSplit(position: number, length: number, count: number): void {
    let kept = 1;
    while (length + kept < count && this.random.unit() < LONGER_SPLIT) kept++;
    const first = this.placeRun(position, length + kept, count);
    const keptFrom = 1 + this.random.below(length - 1);
    this.take(first, keptFrom);
    this.take(first + keptFrom + kept, length - keptFrom);
  }

  private take(first: number, length: number): void {
    for (let i = first; i < first + length; i++) {
      const job = at(this.run, i);
      this.routes.unlink(job);
      this.removed[this.removedCount++] = job;
    }
  }
}
