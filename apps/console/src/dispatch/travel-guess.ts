import { distanceMetres, type Point, SECOND } from '@firstfix/kernel';

/** Roads of a city are longer than the crow flies, and this fast on a usual day. */
const DETOUR = 1.35;
const METRES_PER_SECOND = 25 / 3.6;

/** About how long the way takes; the engine's own figure comes with its verdict. */
export function travelMsBetween(from: Point, to: Point): number {
  return Math.round((distanceMetres(from, to) * DETOUR) / METRES_PER_SECOND) * SECOND;
}
