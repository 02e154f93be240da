import type { Feature, Layer } from '@firstfix/city';
import type { MapBox } from '@firstfix/contract/base-map';

type Geometry = Feature['geometry'];
type Position = Extract<Geometry, { type: 'Point' }>['coordinates'];

/** What of a layer lies in the box: lines cut to the pieces that touch it, areas to their outline within it. */
export function clipLayer(
  { features, ...rest }: Layer,
  box: MapBox,
  keeps: (kind: string) => boolean,
): Layer {
  const kept = features.flatMap((feature) => {
    if (!keeps(String(feature.properties.kind))) return [];
    const geometry = clipGeometry(feature.geometry, box);
    return geometry ? [{ ...feature, geometry }] : [];
  });
  return { ...rest, features: kept };
}

function clipGeometry(geometry: Geometry, box: MapBox): Geometry | undefined {
  switch (geometry.type) {
    case 'Point':
      return isIn(geometry.coordinates, box) ? geometry : undefined;
    case 'LineString':
      return clipLines([geometry.coordinates], box);
    case 'MultiLineString':
      return clipLines(geometry.coordinates, box);
    case 'MultiPolygon': {
      const polygons = geometry.coordinates
        .map((rings) => rings.map((ring) => clipRing(ring, box)))
        .filter(([outline]) => outline !== undefined && outline.length > 3);
      return polygons.length > 0 ? { type: 'MultiPolygon', coordinates: polygons } : undefined;
    }
  }
}

function clipLines(lines: readonly (readonly Position[])[], box: MapBox): Geometry | undefined {
  const pieces = lines.flatMap((line) => piecesIn(line, box));
  return pieces.length > 0 ? { type: 'MultiLineString', coordinates: pieces } : undefined;
}

/** Runs of a line whose stretches touch the box; they may reach out of it by one stretch. */
function piecesIn(line: readonly Position[], box: MapBox): Position[][] {
  const pieces: Position[][] = [];
  let current: Position[] | undefined;
  for (const [index, to] of line.entries()) {
    const from = line[index - 1];
    if (from === undefined) continue;
    if (touches(from, to, box)) {
      if (current === undefined) {
        current = [from];
        pieces.push(current);
      }
      current.push(to);
    } else current = undefined;
  }
  return pieces;
}

function touches([x1, y1]: Position, [x2, y2]: Position, { west, south, east, north }: MapBox): boolean {
  return (
    Math.max(x1, x2) >= west &&
    Math.min(x1, x2) <= east &&
    Math.max(y1, y2) >= south &&
    Math.min(y1, y2) <= north
  );
}

function isIn([x, y]: Position, { west, south, east, north }: MapBox): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Sutherland and Hodgman: cut at one edge of the box after the other. */
function clipRing(ring: readonly Position[], { west, south, east, north }: MapBox): Position[] {
  const cut = (points: readonly Position[], axis: 0 | 1, limit: number, sign: 1 | -1): Position[] =>
    points.flatMap((to, index) => {
      const from = points.at(index - 1) ?? to;
      const [inFrom, inTo] = [(from[axis] - limit) * sign >= 0, (to[axis] - limit) * sign >= 0];
      if (inFrom === inTo) return inTo ? [to] : [];
      const share = (limit - from[axis]) / (to[axis] - from[axis]);
      const edge: Position = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      return inTo ? [edge, to] : [edge];
    });
  const open = ring.slice(0, -1);
  const clipped = cut(cut(cut(cut(open, 0, west, 1), 0, east, -1), 1, south, 1), 1, north, -1);
  const [first] = clipped;
  return first ? [...clipped, first] : [];
}
