import { distanceMetres, HOUR, type Instant, MINUTE, type Point } from '@firstfix/kernel';

/** City streets are longer than the crow's flight, by about so much. */
const DETOUR = 1.35;
const METRES_AN_HOUR = 25_000;
/** Parking and the way to the door. */
const LAST_STEPS_MS = 4 * MINUTE;

/** When somebody who was there then reaches the place; never before `now`. */
export function arrivalEstimate(from: Point, toldAt: Instant, to: Point, now: Instant): Instant {
  const travel = ((distanceMetres(from, to) * DETOUR) / METRES_AN_HOUR) * HOUR;
  return Math.max(now, Math.round(toldAt + travel + LAST_STEPS_MS));
}
