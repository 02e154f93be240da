import type { Random } from '@firstfix/kernel/random';
import { DISTRICTS, districtOn } from './districts.ts';
import {
  allCells,
  cellCentre,
  type LatticePoint,
  type Node,
  nodeKey,
  nodePoint,
  radiusOf,
} from './lattice.ts';
import { isWater } from './water.ts';

/** What stands on a cell. */
export type LandUse = 'homes' | 'commerce' | 'works' | 'campus' | 'park' | 'hill' | 'open';

export interface Land {
  useOf(cell: Node): LandUse;
  /** Whether streets go around the cell. */
  isBuilt(cell: Node): boolean;
}

/** Distance in metres over which the city thins out, and its lesser centres. */
const SPREAD = 4_600;
const LESSER_SPREAD = 2_300;
const HILL = { centre: { u: 8_700, v: -12_600 }, across: 3_600, up: 2_400 };
const PARKS: readonly { readonly from: Node; readonly to: Node }[] = [
  { from: { i: -3, j: -9 }, to: { i: 0, j: -6 } },
  { from: { i: 6, j: 12 }, to: { i: 9, j: 15 } },
  { from: { i: -15, j: -3 }, to: { i: -12, j: 0 } },
  { from: { i: 18, j: -12 }, to: { i: 21, j: -9 } },
  { from: { i: -12, j: 18 }, to: { i: -9, j: 21 } },
  { from: { i: 30, j: -6 }, to: { i: 33, j: -3 } },
  { from: { i: -27, j: -24 }, to: { i: -24, j: -21 } },
  { from: { i: 0, j: 30 }, to: { i: 3, j: 33 } },
];
export const PARK_CORNERS = PARKS;
export const HILLSIDE = HILL;

/** Lays out what stands where: dense in the middle and around each district's centre, thin outside. */
export function layOutLand(random: Random): Land {
  const uses = new Map(allCells().map((cell) => [nodeKey(cell), useOfCell(cell, random)]));
  const useOf = (cell: Node) => uses.get(nodeKey(cell)) ?? 'open';
  return { useOf, isBuilt: (cell) => !['open', 'park', 'hill'].includes(useOf(cell)) };
}

function useOfCell(cell: Node, random: Random): LandUse {
  const centre = cellCentre(cell);
  // drawn in any case, so that one cell's fate doesn't move all others
  const [lot, kind] = [random.next(), random.next()];
  if (isHill(centre)) return 'hill';
  if (PARKS.some(({ from, to }) => isBetween(cell, from, to))) return 'park';
  if (isNearWater(cell) || districtOn(centre) === undefined) return 'open';
  if (lot > densityAt(centre)) return 'open';
  return kindOf(kind, radiusOf(centre));
}

/** Works stand outside, shops inside. */
function kindOf(share: number, radius: number): LandUse {
  const commerce = radius < 3_000 ? 0.22 : 0.08;
  const works = radius < 5_000 ? 0 : 0.16;
  if (share < commerce) return 'commerce';
  if (share < commerce + works) return 'works';
  return share < commerce + works + 0.07 ? 'campus' : 'homes';
}

function densityAt(place: LatticePoint): number {
  const lesser = DISTRICTS.slice(1).map(({ middle }) => {
    const { u, v } = nodePoint(middle);
    return Math.exp(-(((place.u - u) ** 2 + (place.v - v) ** 2) / LESSER_SPREAD ** 2));
  });
  return 0.95 * Math.exp(-((radiusOf(place) / SPREAD) ** 2)) + 0.9 * Math.max(...lesser) + 0.015;
}

function isNearWater(cell: Node): boolean {
  const { i, j } = cell;
  const corners = [cell, { i: i + 1, j }, { i, j: j + 1 }, { i: i + 1, j: j + 1 }];
  return [cellCentre(cell), ...corners.map(nodePoint)].some((place) => isWater(place, 40));
}

function isHill({ u, v }: LatticePoint): boolean {
  return Math.hypot((u - HILL.centre.u) / HILL.across, (v - HILL.centre.v) / HILL.up) < 1;
}

function isBetween({ i, j }: Node, from: Node, to: Node): boolean {
  return i >= from.i && i < to.i && j >= from.j && j < to.j;
}
