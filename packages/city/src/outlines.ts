import { toPoint } from './bend.ts';
import { CITY_RADIUS_METRES } from './districts.ts';
import type { LatticePoint } from './lattice.ts';
import { coastAt, LAKE, riverAt, riverHalfWidth, WATER_EDGE } from './water.ts';

/** Longitude and latitude, as GeoJSON writes them. */
export type Position = readonly [lng: number, lat: number];

export function positionOf(place: LatticePoint): Position {
  const { lat, lng } = toPoint(place);
  return [lng, lat];
}

/** A closed ring through the places. */
export function ringOf(places: readonly LatticePoint[]): Position[] {
  const ring = places.map(positionOf);
  const [first] = ring;
  return first ? [...ring, first] : [];
}

/** Beyond what a map of the city shows. */
const SEA_EDGE = 60_000;

export function ellipse(centre: LatticePoint, across: number, up: number): LatticePoint[] {
  return Array.from({ length: 36 }, (_, index) => {
    const turn = (index / 36) * 2 * Math.PI;
    return { u: centre.u + across * Math.cos(turn), v: centre.v + up * Math.sin(turn) };
  });
}

export function rectangle(from: LatticePoint, to: LatticePoint): LatticePoint[] {
  return [from, { u: to.u, v: from.v }, to, { u: from.u, v: to.v }];
}

/** River, sea and lake. */
export function waterOutlines(): LatticePoint[][] {
  const steps = Array.from({ length: 141 }, (_, index) => -WATER_EDGE * 2 + (index / 140) * 4 * WATER_EDGE);
  const river = steps.filter((u) => u < coastAt(riverAt(u)) + 400);
  const bank = (side: 1 | -1) =>
    river.map((u) => {
      const slope = (riverAt(u + 10) - riverAt(u - 10)) / 20;
      return { u, v: riverAt(u) + side * riverHalfWidth(u) * Math.hypot(1, slope) };
    });
  return [
    [...bank(1), ...bank(-1).toReversed()],
    [
      ...steps.map((v) => ({ u: coastAt(v), v })),
      { u: SEA_EDGE, v: 2 * WATER_EDGE },
      { u: SEA_EDGE, v: -2 * WATER_EDGE },
    ],
    ellipse(LAKE.centre, LAKE.across, LAKE.up),
  ];
}

/** The middle of the river inside the city, to write its name along. */
export function riverLine(): LatticePoint[] {
  const steps = Array.from({ length: 60 }, (_, index) => -CITY_RADIUS_METRES + index * 450);
  return steps.filter((u) => u < coastAt(riverAt(u)) - 300).map((u) => ({ u, v: riverAt(u) }));
}
