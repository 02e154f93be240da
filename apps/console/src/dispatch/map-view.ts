import type { Point } from '@firstfix/kernel';

/** Pixels kept free at each edge. */
const MARGIN = 32;
const METRES_PER_DEGREE = 111_320;
/** A single place is shown with this much around it. */
const LEAST_METRES = 1500;

/** Size of the drawing in pixels. */
export interface MapSize {
  readonly width: number;
  readonly height: number;
}

/** Which part of the earth is drawn, and how large. */
export interface MapView {
  readonly centre: Point;
  readonly metresPerPixel: number;
  readonly size: MapSize;
}

/** The view that holds every point. */
export function viewOf(points: readonly Point[], size: MapSize): MapView | undefined {
  if (points.length === 0) return undefined;
  const lats = points.map(({ lat }) => lat);
  const lngs = points.map(({ lng }) => lng);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 };
  const high = Math.max(LEAST_METRES, (north - south) * METRES_PER_DEGREE);
  const wide = Math.max(LEAST_METRES, (east - west) * METRES_PER_DEGREE * shrink(centre));
  const metresPerPixel = Math.max(
    high / Math.max(MARGIN, size.height - 2 * MARGIN),
    wide / Math.max(MARGIN, size.width - 2 * MARGIN),
  );
  return { centre, metresPerPixel, size };
}

/** A degree of longitude is shorter away from the equator. */
function shrink({ lat }: Point): number {
  return Math.cos((lat * Math.PI) / 180);
}

/** Where a point stands in the drawing. */
export function placeOn(
  { centre, metresPerPixel, size }: MapView,
  { lat, lng }: Point,
): { x: number; y: number } {
  const perDegree = METRES_PER_DEGREE / metresPerPixel;
  return {
    x: Math.round(size.width / 2 + (lng - centre.lng) * shrink(centre) * perDegree),
    y: Math.round(size.height / 2 - (lat - centre.lat) * perDegree),
  };
}

/** Nearer or farther around the same centre. */
export function zoomed(view: MapView, factor: number): MapView {
  return { ...view, metresPerPixel: view.metresPerPixel / factor };
}

/** Pulled by so many pixels. */
export function pulled(view: MapView, right: number, down: number): MapView {
  const degrees = view.metresPerPixel / METRES_PER_DEGREE;
  const { lat, lng } = view.centre;
  return {
    ...view,
    centre: { lat: lat + down * degrees, lng: lng - (right * degrees) / shrink(view.centre) },
  };
}

const ROUND_METRES = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
const SCALE_PIXELS = 100;

/** A round distance for the scale bar, and how long it is drawn. */
export function scaleOf({ metresPerPixel }: MapView): { metres: number; pixels: number } {
  const fits = ROUND_METRES.filter((metres) => metres / metresPerPixel <= SCALE_PIXELS);
  const metres = fits.at(-1) ?? 100;
  return { metres, pixels: metres / metresPerPixel };
}
