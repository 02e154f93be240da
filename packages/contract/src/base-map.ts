import type { GeoPoint } from './schemas.ts';

/** Where the server gives the base map; its parts are `whole` and boxes. */
export const BASE_MAP_PATH = '/map';

/** What stands on the base map. */
export const MAP_KINDS = [
  'district',
  'district-label',
  'water',
  'river',
  'park',
  'hill',
  'community',
  'commerce',
  'works',
  'campus',
  'building',
  'local',
  'collector',
  'arterial',
  'ring',
] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** GeoJSON of the base map: every feature says its `kind`, names stand as `zh` and `en`. */
export interface MapLayer {
  readonly features: readonly MapFeature[];
}

export interface MapFeature {
  readonly properties: { readonly kind: MapKind; readonly zh?: string; readonly en?: string };
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: MapPosition }
    | { readonly type: 'LineString'; readonly coordinates: readonly MapPosition[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly MapPosition[])[] }
    | {
        readonly type: 'MultiPolygon';
        readonly coordinates: readonly (readonly (readonly MapPosition[])[])[];
      };
}

/** As GeoJSON writes it. */
export type MapPosition = readonly [lng: number, lat: number];

/** A box of degrees. */
export interface MapBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Steps of a box in a degree: some 1 km. Coarse on purpose: the same part serves many ways, and no address in a log says whose door it is.
 */
const STEPS = 100;
/** Wider than any way to a home. */
const MOST_STEPS = 60;

/** The smallest box that can be asked for and holds the points. */
export function keyOfBox(points: readonly GeoPoint[]): string {
  const lats = points.map(({ lat }) => lat * STEPS);
  const lngs = points.map(({ lng }) => lng * STEPS);
  const from = (degrees: readonly number[]) => Math.floor(Math.min(...degrees));
  // a box has an inside, also around a single point on its line
  const to = (degrees: readonly number[]) => Math.max(Math.ceil(Math.max(...degrees)), from(degrees) + 1);
  return [from(lngs), from(lats), to(lngs), to(lats)].join('_');
}

/** `undefined` for a text that names no box, or one too large. */
export function boxOfKey(key: string): MapBox | undefined {
  if (!/^-?\d{1,5}(_-?\d{1,5}){3}$/.test(key)) return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = key.split('_').map(Number);
  const fits = (from: number, to: number) => from < to && to - from <= MOST_STEPS;
  if (!fits(west, east) || !fits(south, north)) return undefined;
  return { west: west / STEPS, south: south / STEPS, east: east / STEPS, north: north / STEPS };
}
