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

/** The view that holds every point, and at least so many metres. */
export function viewOf(
  points: readonly Point[],
  size: MapSize,
  leastMetres = LEAST_METRES,
): MapView | undefined {
  if (points.length === 0) return undefined;
  const lats = points.map(({ lat }) => lat);
  const lngs = points.map(({ lng }) => lng);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 };
  const high = Math.max(leastMetres, (north - south) * METRES_PER_DEGREE);
  const wide = Math.max(leastMetres, (east - west) * METRES_PER_DEGREE * shrink(centre));
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

/** Pixels of the drawing for a degree of longitude and one of latitude. */
export function pixelsPerDegree({ centre, metresPerPixel }: MapView): { lng: number; lat: number } {
  const lat = METRES_PER_DEGREE / metresPerPixel;
  return { lng: lat * shrink(centre), lat };
}

/** Where a point stands in the drawing, in pixels. */
export function placeOn(view: MapView, { lat, lng }: Point): { x: number; y: number } {
  const { centre, size } = view;
  const perDegree = pixelsPerDegree(view);
  return {
    x: size.width / 2 + (lng - centre.lng) * perDegree.lng,
    y: size.height / 2 - (lat - centre.lat) * perDegree.lat,
  };
}

/** The point under a place of the drawing. */
export function pointAt(view: MapView, { x, y }: { x: number; y: number }): Point {
  const { centre, size } = view;
  const perDegree = pixelsPerDegree(view);
  return {
    lat: centre.lat - (y - size.height / 2) / perDegree.lat,
    lng: centre.lng + (x - size.width / 2) / perDegree.lng,
  };
}

const NEAREST = 0.3;
const FARTHEST = 300;

/** Nearer or farther; the point at `around`, else the middle, stays where it is. */
export function zoomed(view: MapView, factor: number, around?: { x: number; y: number }): MapView {
  const metresPerPixel = Math.min(FARTHEST, Math.max(NEAREST, view.metresPerPixel / factor));
  const nearer = { ...view, metresPerPixel };
  if (!around) return nearer;
  const [held, there] = [pointAt(view, around), pointAt(nearer, around)];
  const centre = {
    lat: view.centre.lat + held.lat - there.lat,
    lng: view.centre.lng + held.lng - there.lng,
  };
  return { ...nearer, centre };
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
