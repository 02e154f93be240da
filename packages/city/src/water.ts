import { type LatticePoint, radiusOf } from './lattice.ts';

/** Water of the city, in metres on the lattice: a river from the west, the sea in the east, a lake in the south-west. */

const RIVER_HALF_WIDTH = 120;
export const LAKE = { centre: { u: -9_700, v: -5_500 }, across: 1_300, up: 850 };
/** Half the side of the square in which water is drawn. */
export const WATER_EDGE = 17_400;

/** The middle of the river at `u`. */
export function riverAt(u: number): number {
  return 900 + 1_700 * Math.sin(u / 4_300 + 0.6) + 350 * Math.sin(u / 1_500);
}

/** Where the sea begins at `v`. */
export function coastAt(v: number): number {
  return 13_900 + 700 * Math.sin(v / 2_700 + 0.5) + 260 * Math.sin(v / 950);
}

function riverSlope(u: number): number {
  return (riverAt(u + 10) - riverAt(u - 10)) / 20;
}

/** The river grows wider towards the sea. */
export function riverHalfWidth(u: number): number {
  return RIVER_HALF_WIDTH + Math.max(0, u + 4_000) / 130;
}

export function isWater(place: LatticePoint, margin = 0): boolean {
  const { u, v } = place;
  if (u > coastAt(v) - margin) return true;
  const across = Math.abs(v - riverAt(u)) / Math.hypot(1, riverSlope(u));
  if (across < riverHalfWidth(u) + margin) return true;
  const lake = Math.hypot(
    (u - LAKE.centre.u) / (LAKE.across + margin),
    (v - LAKE.centre.v) / (LAKE.up + margin),
  );
  return lake < 1 && radiusOf(place) < WATER_EDGE;
}

/** Whether the straight way between two places touches water. */
export function crossesWater(a: LatticePoint, b: LatticePoint): boolean {
  const parts = 6;
  for (let part = 0; part <= parts; part += 1) {
    const share = part / parts;
    if (isWater({ u: a.u + (b.u - a.u) * share, v: a.v + (b.v - a.v) * share })) return true;
  }
  return false;
}
