import type { Point } from '@firstfix/kernel';
import type { LatticePoint } from './lattice.ts';

/** Real coordinates, so that distances and the sun are right; the city itself is invented. */
export const CITY_CENTRE: Point = { lat: 36.1, lng: 120.4 };

const METRES_PER_DEGREE_LAT = 110_570;
const METRES_PER_DEGREE_LNG = 111_320 * Math.cos((CITY_CENTRE.lat * Math.PI) / 180);
const TURN = (7 * Math.PI) / 180;
const ROUNDS = 24;

/** How far the streets leave the straight line; gentle enough that no two of them meet anew. */
function swayOf({ u, v }: LatticePoint): LatticePoint {
  return {
    u: 420 * Math.sin(v / 2900 + 1.3) + 130 * Math.sin((u + v) / 1300),
    v: 380 * Math.sin(u / 3100 + 0.4) + 120 * Math.sin((u - v) / 1500 + 2),
  };
}

/** Where a place of the lattice lies on the earth. */
export function toPoint(place: LatticePoint): Point {
  const sway = swayOf(place);
  const [u, v] = [place.u + sway.u, place.v + sway.v];
  const east = u * Math.cos(TURN) - v * Math.sin(TURN);
  const north = u * Math.sin(TURN) + v * Math.cos(TURN);
  return {
    lat: roundDegrees(CITY_CENTRE.lat + north / METRES_PER_DEGREE_LAT),
    lng: roundDegrees(CITY_CENTRE.lng + east / METRES_PER_DEGREE_LNG),
  };
}

/** Where on the lattice a point of the earth lies: the way back, by trying closer and closer. */
export function toLattice({ lat, lng }: Point): LatticePoint {
  const east = (lng - CITY_CENTRE.lng) * METRES_PER_DEGREE_LNG;
  const north = (lat - CITY_CENTRE.lat) * METRES_PER_DEGREE_LAT;
  const aim = {
    u: east * Math.cos(TURN) + north * Math.sin(TURN),
    v: north * Math.cos(TURN) - east * Math.sin(TURN),
  };
  let found: LatticePoint = aim;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sway = swayOf(found);
    found = { u: aim.u - sway.u, v: aim.v - sway.v };
  }
  return found;
}

/** To about a metre: more would only make files longer. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
