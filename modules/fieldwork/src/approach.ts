import { type Instant, MINUTE, type Point, SECOND } from '@firstfix/kernel';
import { roadTravel } from '@firstfix/solver';

/** The same roads dispatch plans by. */
const ROADS = roadTravel();
/** Parking and the way to the door. */
const LAST_STEPS = 4 * MINUTE;
/** An older position says too little about now. */
const FRESH = 10 * MINUTE;

/** When somebody who was there then reaches the place; never before `now`. */
export function arrivalEstimate(from: Point, toldAt: Instant, to: Point, now: Instant): Instant {
  return Math.max(now, toldAt + ROADS.seconds(from, to) * SECOND + LAST_STEPS);
}

/** Whether an arrival may be said by a position of this time. */
export function isFresh(toldAt: Instant, now: Instant): boolean {
  return now - toldAt <= FRESH;
}
