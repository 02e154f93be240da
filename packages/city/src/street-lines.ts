import type { Random } from '@firstfix/kernel/random';
import { CITY_RADIUS_METRES } from './districts.ts';
import type { Land } from './land.ts';
import { cellCentre, type Node, nodePoint, REACH, radiusOf } from './lattice.ts';
import type { StreetClass } from './street-class.ts';
import { crossesWater, isWater } from './water.ts';
import { type Name, NameBook } from './words.ts';

/** A piece of street between two nodes of the lattice. */
export interface Piece {
  readonly from: Node;
  readonly to: Node;
  readonly streetClass: StreetClass;
  readonly bridge: boolean;
  /** Streets where people live have none. */
  readonly name: Name | undefined;
}

interface Ring {
  readonly reach: number;
  readonly cut: number;
  readonly name: Name;
}

/** Half the side of each ring road in steps, and how much of its corners is cut off. */
const RINGS: readonly Ring[] = [
  { reach: 12, cut: 4, name: { zh: '内环路', en: 'Inner Ring Road' } },
  { reach: 24, cut: 8, name: { zh: '中环路', en: 'Middle Ring Road' } },
  { reach: 42, cut: 16, name: { zh: '外环路', en: 'Outer Ring Road' } },
];
const ARTERIAL_EVERY = 6;
const COLLECTOR_EVERY = 3;
const COLLECTORS_WITHIN = 6_600;
/** A great street bridges as many steps of water; a lesser one none. */
const LONGEST_BRIDGE = 3;

/** Every piece of street of the city. */
export function layOutStreets(land: Land, random: Random): Piece[] {
  const names = new NameBook(random);
  const lines = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH);
  return [
    ...RINGS.flatMap(ringPieces),
    ...lines.flatMap((line) => linePieces(land, names, line, true)),
    ...lines.flatMap((line) => linePieces(land, names, line, false)),
  ];
}

/** The slanting corners; the straight sides are lines of the lattice. */
function ringPieces({ reach, cut, name }: Ring): Piece[] {
  const corners = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const;
  return corners.flatMap(([east, north]) => {
    const nodes = Array.from({ length: cut + 1 }, (_, at) => ({
      i: east * (reach - at),
      j: north * (reach - cut + at),
    }));
    return join(nodes, () => ({ streetClass: 'ring', name }));
  });
}

/** One line of the lattice from end to end. */
function linePieces(land: Land, names: NameBook, line: number, northward: boolean): Piece[] {
  const streetClass: StreetClass =
    line % ARTERIAL_EVERY === 0 ? 'arterial' : line % COLLECTOR_EVERY === 0 ? 'collector' : 'local';
  const name = streetClass === 'local' ? undefined : names.street(northward, streetClass === 'arterial');
  const node = (at: number): Node => (northward ? { i: line, j: at } : { i: at, j: line });
  const nodes = Array.from({ length: 2 * REACH + 1 }, (_, index) => node(index - REACH));
  return join(nodes, (from, to) => {
    const ring = RINGS.find((one) => isOnRing(one, from) && isOnRing(one, to));
    if (ring) return { streetClass: 'ring', name: ring.name };
    return isLaid(land, streetClass, from, to, northward) ? { streetClass, name } : undefined;
  });
}

function isOnRing({ reach, cut }: Ring, { i, j }: Node): boolean {
  const [far, near] = [Math.max(Math.abs(i), Math.abs(j)), Math.min(Math.abs(i), Math.abs(j))];
  return far === reach && near <= reach - cut;
}

function isLaid(land: Land, streetClass: StreetClass, from: Node, to: Node, northward: boolean): boolean {
  const radius = Math.max(radiusOf(nodePoint(from)), radiusOf(nodePoint(to)));
  const beside = [from, northward ? { i: from.i - 1, j: from.j } : { i: from.i, j: from.j - 1 }];
  const isUsed = beside.some((cell) => land.isBuilt(cell));
  if (beside.every((cell) => ['park', 'hill'].includes(land.useOf(cell)))) return false;
  if (streetClass === 'arterial') return radius <= CITY_RADIUS_METRES;
  if (streetClass === 'collector') {
    return isUsed || beside.some((cell) => radiusOf(cellCentre(cell)) < COLLECTORS_WITHIN);
  }
  return isUsed;
}

type Choose = (
  from: Node,
  to: Node,
) => { readonly streetClass: StreetClass; readonly name: Name | undefined } | undefined;

/** Joins dry nodes that follow each other; great streets go on behind the water. */
function join(nodes: readonly Node[], choose: Choose): Piece[] {
  const dry = nodes.flatMap((node, at) => (isWater(nodePoint(node), 25) ? [] : [{ node, at }]));
  return dry.slice(1).flatMap(({ node: to, at }, index) => {
    const before = dry[index];
    if (!before) return [];
    const steps = at - before.at;
    const chosen = choose(before.node, steps === 1 ? to : (nodes[before.at + 1] ?? to));
    if (!chosen) return [];
    const bridge = crossesWater(nodePoint(before.node), nodePoint(to));
    const isGreat = chosen.streetClass === 'ring' || chosen.streetClass === 'arterial';
    if ((bridge && !isGreat) || steps > (isGreat ? LONGEST_BRIDGE : 1)) return [];
    return { from: before.node, to, ...chosen, bridge };
  });
}
