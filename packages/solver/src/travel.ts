/** A point on the map; `place` is its row in a matrix, for problems whose travel comes as one. */
export type Place = { readonly lat: number; readonly lng: number; readonly place?: number };

/** Travel time between two places. */
export type Travel = {
  /** Whole seconds, never negative. */
  seconds(from: Place, to: Place): number;
  /** True when the way back always takes as long; halves the work. */
  readonly symmetric: boolean;
};

export type RoadModel = {
  /** Road metres per metre as the crow flies. */
  readonly detour: number;
  /** Speed of the shortest and of the longest trips; in between it grows with the straight distance. */
  readonly slowestKmh: number;
  readonly fastestKmh: number;
  /** Straight distance from which the fastest speed holds. */
  readonly fastestFromMetres: number;
};

const CITY_ROADS: RoadModel = { detour: 1.35, slowestKmh: 20, fastestKmh: 30, fastestFromMetres: 12_000 };
const EARTH_RADIUS_METRES = 6_371_000;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres. */
export function haversineMetres(a: Place, b: Place): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const sinLng = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Travel by straight distance, a detour factor and a speed that grows with the distance; rounded to 1 s, 0 under 1 m. */
export function roadTravel(roads: RoadModel = CITY_ROADS): Travel {
  const { detour, slowestKmh, fastestKmh, fastestFromMetres } = roads;
  return {
    symmetric: true,
    seconds(from, to) {
      const metres = haversineMetres(from, to);
      if (metres < 1) return 0;
      const kmh = slowestKmh + (fastestKmh - slowestKmh) * Math.min(1, metres / fastestFromMetres);
      return Math.round((metres * detour * 3.6) / kmh);
    },
  };
}

/**
 * Travel from a given matrix of seconds, addressed by each place's `place`.
 * @throws when a place has no row in the matrix
 */
export function matrixTravel(seconds: readonly (readonly number[])[]): Travel {
  const symmetric = seconds.every((row, i) => row.every((value, j) => seconds[j]?.[i] === value));
  return {
    symmetric,
    seconds(from, to) {
      const value = seconds[from.place ?? -1]?.[to.place ?? -1];
      if (value === undefined)
        throw new Error(`no travel time from place ${from.place} to place ${to.place}`);
      return Math.round(value);
    },
  };
}
