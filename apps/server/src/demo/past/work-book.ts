import {
  distanceMetres,
  type Id,
  type Instant,
  MINUTE,
  type Point,
  SECOND,
  type TimeWindow,
} from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Engineer, WorkingDay } from '@firstfix/network';

/** A job as the past needs it to plan somebody for it. */
export interface Job {
  readonly territoryId: Id;
  readonly point: Point;
  readonly skills: readonly string[];
  readonly workSeconds: number;
}

/** Somebody who comes, and when. */
export interface Appointment {
  readonly engineer: Engineer;
  readonly planned: TimeWindow;
  readonly travelSeconds: number;
}

/** An engineer's day as it fills up. */
interface Page {
  readonly engineer: Engineer;
  readonly day: WorkingDay;
  freeFrom: Instant;
  at: Point;
  stops: number;
}

const DETOUR = 1.35;
const METRES_A_SECOND = 8.5;
const PARKING_SECONDS = 180;
const MOST_STOPS = 6;

/** Who has which visits on which day of the past. Visits are added in the order of their time. */
export class WorkBook {
  readonly #pages = new Map<string, Page[]>();

  constructor(engineers: readonly Engineer[], days: readonly WorkingDay[]) {
    const byId = new Map(engineers.map((engineer) => [engineer.id, engineer]));
    for (const day of days) {
      const engineer = byId.get(day.engineerId);
      if (!engineer) continue;
      const key = keyOf(engineer.territoryId, day.date);
      const pages = this.#pages.get(key) ?? [];
      pages.push({ engineer, day, freeFrom: day.start, at: engineer.home, stops: 0 });
      this.#pages.set(key, pages);
    }
  }

  /** The able engineer who can be there soonest within the window; `undefined` when nobody can. */
  appoint(job: Job, date: LocalDate, window: TimeWindow): Appointment | undefined {
    let best: { readonly page: Page; readonly start: Instant; readonly travelSeconds: number } | undefined;
    for (const page of this.#pages.get(keyOf(job.territoryId, date)) ?? []) {
      if (page.stops >= MOST_STOPS || !job.skills.every((skill) => page.engineer.skills.includes(skill)))
        continue;
      const travelSeconds = travelBetween(page.at, job.point);
      const start = Math.max(window.start, page.freeFrom + travelSeconds * SECOND);
      if (start > window.end - 15 * MINUTE || start + job.workSeconds * SECOND > page.day.end) continue;
      if (!best || start + travelSeconds * SECOND < best.start + best.travelSeconds * SECOND) {
        best = { page, start, travelSeconds };
      }
    }
    if (!best) return undefined;
    const { page, start, travelSeconds } = best;
    const end = start + job.workSeconds * SECOND;
    page.freeFrom = end;
    page.at = job.point;
    page.stops += 1;
    return { engineer: page.engineer, planned: { start, end }, travelSeconds };
  }
}

function keyOf(territoryId: Id, date: LocalDate): string {
  return `${territoryId} ${date}`;
}

function travelBetween(from: Point, to: Point): number {
  return Math.round((distanceMetres(from, to) * DETOUR) / METRES_A_SECOND) + PARKING_SECONDS;
}
