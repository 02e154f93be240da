import type { Point } from '@firstfix/kernel';

/** Size of the drawing, in its own units. */
export const MAP_WIDTH = 360;
export const MAP_HEIGHT = 560;
const MARGIN = 28;
const METRES_PER_DEGREE = 111_320;
/** A single place is shown with this much around it. */
const LEAST_METRES = 1500;

/** Which part of the earth is drawn, and how large. */
export interface MapView {
  readonly centre: Point;
  readonly metresPerUnit: number;
}

/** The view that holds every point. */
export function viewOf(points: readonly Point[]): MapView | undefined {
  if (points.length === 0) return undefined;
  const lats = points.map(({ lat }) => lat);
  const lngs = points.map(({ lng }) => lng);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 };
  const high = Math.max(LEAST_METRES, (north - south) * METRES_PER_DEGREE);
  const wide = Math.max(LEAST_METRES, (east - west) * METRES_PER_DEGREE * shrink(centre));
  const metresPerUnit = Math.max(high / (MAP_HEIGHT - 2 * MARGIN), wide / (MAP_WIDTH - 2 * MARGIN));
  return { centre, metresPerUnit };
}

/** A degree of longitude is shorter away from the equator. */
function shrink({ lat }: Point): number {
  return Math.cos((lat * Math.PI) / 180);
}

/** Where a point stands in the drawing. */
export function placeOn({ centre, metresPerUnit }: MapView, { lat, lng }: Point): { x: number; y: number } {
  const perDegree = METRES_PER_DEGREE / metresPerUnit;
  return {
    x: Math.round(MAP_WIDTH / 2 + (lng - centre.lng) * shrink(centre) * perDegree),
    y: Math.round(MAP_HEIGHT / 2 - (lat - centre.lat) * perDegree),
  };
}

/** Nearer or farther around the same centre. */
export function zoomed(view: MapView, factor: number): MapView {
  return { ...view, metresPerUnit: view.metresPerUnit / factor };
}

/** Pulled by so many units. */
export function pulled(view: MapView, right: number, down: number): MapView {
  const degrees = view.metresPerUnit / METRES_PER_DEGREE;
  const { lat, lng } = view.centre;
  return {
    ...view,
    centre: { lat: lat + down * degrees, lng: lng - (right * degrees) / shrink(view.centre) },
  };
}

const ROUND_METRES = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
const SCALE_UNITS = 100;

/** A round distance for the scale bar, and how long it is drawn. */
export function scaleOf({ metresPerUnit }: MapView): { metres: number; units: number } {
  const fits = ROUND_METRES.filter((metres) => metres / metresPerUnit <= SCALE_UNITS);
  const metres = fits.at(-1) ?? 100;
  return { metres, units: metres / metresPerUnit };
}
