import type { MapFeature, MapKind, MapLayer, MapPosition } from '@firstfix/contract/base-map';

/** What the painter knows of a layer: one path for each kind, in metres from an origin, made once. */
export interface GroundPaths {
  readonly origin: MapPosition;
  readonly byKind: ReadonlyMap<MapKind, Path2D>;
  readonly features: readonly MapFeature[];
}

const made = new WeakMap<MapLayer, GroundPaths>();

export function groundPaths(layer: MapLayer): GroundPaths {
  const known = made.get(layer);
  if (known) return known;
  const paths = makePaths(layer);
  made.set(layer, paths);
  return paths;
}

/** Numbers near zero keep their digits where a graphics card counts in halves. */
const UNITS_PER_DEGREE = 100_000;

function makePaths({ features }: MapLayer): GroundPaths {
  const origin = firstOf(features) ?? [0, 0];
  const byKind = new Map<MapKind, Path2D>();
  for (const { properties, geometry } of features) {
    const path = byKind.get(properties.kind) ?? new Path2D();
    byKind.set(properties.kind, path);
    for (const line of linesOf(geometry)) addLine(path, line, origin);
  }
  return { origin, byKind, features };
}

/** From the units of a path to degrees. */
export const DEGREES_PER_UNIT = 1 / UNITS_PER_DEGREE;

function addLine(path: Path2D, line: readonly MapPosition[], [lng0, lat0]: MapPosition): void {
  for (const [index, [lng, lat]] of line.entries()) {
    const [x, y] = [(lng - lng0) * UNITS_PER_DEGREE, (lat0 - lat) * UNITS_PER_DEGREE];
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
}

/** Every line of a geometry; of an area its outlines. */
export function linesOf(geometry: MapFeature['geometry']): readonly (readonly MapPosition[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

function firstOf(features: readonly MapFeature[]): MapPosition | undefined {
  for (const { geometry } of features) {
    const [[first] = []] = linesOf(geometry);
    if (first) return first;
  }
  return undefined;
}
