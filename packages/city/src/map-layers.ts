import { distanceMetres, type Point } from '@firstfix/kernel';
import { createRandom } from '@firstfix/kernel/random';
import type { City } from './city.ts';
import { borderOf, DISTRICTS } from './districts.ts';
import { HILLSIDE, PARK_CORNERS } from './land.ts';
import { allCells, type LatticePoint, type Node, nodeKey, nodePoint, STEP_METRES } from './lattice.ts';
import {
  ellipse,
  type Position,
  positionOf,
  rectangle,
  ringOf,
  riverLine,
  waterOutlines,
} from './outlines.ts';
import type { Piece } from './street-lines.ts';
import { type Name, NameBook } from './words.ts';

/** GeoJSON of our own making: as much of it as a map needs. */
export interface Feature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };
}

export interface Layer {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

/** The base map. Every feature says its `kind`; names stand as `zh` and `en`. */
export function baseLayer(city: City): Layer {
  return layerOf([
    ...DISTRICTS.map((one) =>
      area(
        'district',
        { code: one.code, zh: one.name, en: one.nameEn },
        borderOf(one).map((ring) => ring.map(nodePoint)),
      ),
    ),
    area('water', {}, waterOutlines()),
    ...greens(),
    ...['commerce', 'works', 'campus'].map((use) =>
      area(
        use,
        {},
        allCells()
          .filter((cell) => city.land.useOf(cell) === use)
          .map(plotOf),
      ),
    ),
    ...city.communities.map(({ name, cell }) => area('community', name, [plotOf(cell)])),
    ...streetFeatures(city.roads.pieces),
    line('river', { zh: '晴川江', en: 'Qingchuan River' }, [riverLine()]),
    ...DISTRICTS.map(({ name, nameEn, middle }) =>
      label('district-label', { zh: name, en: nameEn }, nodePoint(middle)),
    ),
  ]);
}

/** The houses around a place, for a map that is near: one feature for each community. */
export function buildingLayer({ communities }: City, around: Point, metres: number): Layer {
  const near = communities.filter(({ point }) => distanceMetres(point, around) <= metres);
  return layerOf(
    near.map(({ name, buildings }) =>
      area(
        'building',
        name,
        buildings.map(({ ground: { from, to } }) => rectangle(from, to)),
      ),
    ),
  );
}

function greens(): Feature[] {
  const names = new NameBook(createRandom('parks'));
  const parks = PARK_CORNERS.map(({ from, to }) =>
    area('park', names.park(), [rectangle(nodePoint(from), nodePoint(to))]),
  );
  const hill = ellipse(HILLSIDE.centre, HILLSIDE.across, HILLSIDE.up);
  return [...parks, area('hill', { zh: '栖山', en: 'Qishan Hills' }, [hill])];
}

function plotOf({ i, j }: Node): LatticePoint[] {
  const edge = 14;
  const from = { u: i * STEP_METRES + edge, v: j * STEP_METRES + edge };
  return rectangle(from, { u: (i + 1) * STEP_METRES - edge, v: (j + 1) * STEP_METRES - edge });
}

/** One feature for each named street, one for all streets without a name. */
function streetFeatures(pieces: readonly Piece[]): Feature[] {
  const byStreet = Map.groupBy(
    pieces,
    ({ name, streetClass, bridge }) => `${streetClass}:${bridge}:${name?.zh ?? ''}`,
  );
  return [...byStreet.values()].flatMap((ofStreet) => {
    const [first] = ofStreet;
    if (!first) return [];
    const { streetClass, bridge, name } = first;
    return line(streetClass, { ...name, bridge }, joinPieces(ofStreet));
  });
}

/** Pieces that follow each other as one line: fewer points to send, and labels that run along. */
function joinPieces(pieces: readonly Piece[]): LatticePoint[][] {
  const lines: Node[][] = [];
  const endingAt = new Map<string, Node[]>();
  for (const { from, to } of pieces) {
    const direction = `${to.i - from.i === 0 ? 'n' : to.j - from.j === 0 ? 'e' : 'd'}`;
    const known = endingAt.get(`${nodeKey(from)}${direction}`);
    const current = known ?? [from];
    if (known) endingAt.delete(`${nodeKey(from)}${direction}`);
    else lines.push(current);
    current.push(to);
    endingAt.set(`${nodeKey(to)}${direction}`, current);
  }
  return lines.map((nodes) => nodes.map(nodePoint));
}

function area(
  kind: string,
  properties: Partial<Name> & Feature['properties'],
  rings: readonly LatticePoint[][],
): Feature {
  const coordinates = rings.map((ring) => [ringOf(ring)]);
  return {
    type: 'Feature',
    properties: { kind, ...properties },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

function line(
  kind: string,
  properties: Partial<Name> & { bridge?: boolean },
  lines: readonly LatticePoint[][],
): Feature {
  const coordinates = lines.map((places) => places.map(positionOf));
  return {
    type: 'Feature',
    properties: { kind, ...properties },
    geometry: { type: 'MultiLineString', coordinates },
  };
}

function label(kind: string, name: Name, place: LatticePoint): Feature {
  return {
    type: 'Feature',
    properties: { kind, ...name },
    geometry: { type: 'Point', coordinates: positionOf(place) },
  };
}

function layerOf(features: readonly Feature[]): Layer {
  return { type: 'FeatureCollection', features };
}
