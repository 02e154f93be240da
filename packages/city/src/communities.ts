import type { Point } from '@firstfix/kernel';
import type { Random } from '@firstfix/kernel/random';
import { toPoint } from './bend.ts';
import { type District, districtOn } from './districts.ts';
import type { Land } from './land.ts';
import { allCells, cellCentre, type LatticePoint, type Node, radiusOf, STEP_METRES } from './lattice.ts';
import { type Name, NameBook } from './words.ts';

/** A building of a community with its doors. */
export interface Building {
  readonly number: number;
  readonly units: number;
  readonly floors: number;
  /** Doors on each floor of a unit. */
  readonly doors: number;
  /** The corners of its ground, on the lattice. */
  readonly ground: { readonly from: LatticePoint; readonly to: LatticePoint };
}

/** A 小区: buildings between four streets under one name. */
export interface Community {
  readonly name: Name;
  readonly district: District;
  readonly cell: Node;
  readonly point: Point;
  readonly buildings: readonly Building[];
  /** How many homes it has. */
  readonly homes: number;
}

/** How a community is built. */
interface Style {
  readonly columns: number;
  readonly rows: number;
  readonly units: readonly [number, number];
  readonly floors: readonly [number, number];
  readonly doors: number;
}

const TERRACES: Style = { columns: 3, rows: 6, units: [3, 5], floors: [5, 6], doors: 2 };
const SLABS: Style = { columns: 3, rows: 4, units: [2, 3], floors: [9, 12], doors: 2 };
const TOWERS: Style = { columns: 3, rows: 3, units: [1, 2], floors: [18, 30], doors: 4 };
const MARGIN = 34;
const DEPTH = 15;

/** Every community of the city. */
export function layOutCommunities(land: Land, random: Random): Community[] {
  const names = new NameBook(random);
  return allCells().flatMap((cell) => {
    const district = districtOn(cellCentre(cell));
    if (land.useOf(cell) !== 'homes' || !district) return [];
    const style = styleAt(radiusOf(cellCentre(cell)), random);
    const buildings = buildingsOf(cell, style, random);
    return {
      name: names.community(),
      district,
      cell,
      point: toPoint(cellCentre(cell)),
      buildings,
      homes: buildings.reduce((sum, { units, floors, doors }) => sum + units * floors * doors, 0),
    };
  });
}

/** Old terraces in the middle, towers around it, both outside. */
function styleAt(radius: number, random: Random): Style {
  const weights = radius < 3_600 ? [5, 3, 2] : radius < 8_000 ? [2, 4, 4] : [3, 4, 1];
  return [TERRACES, SLABS, TOWERS][random.weighted(weights)] ?? SLABS;
}

function buildingsOf(cell: Node, style: Style, random: Random): Building[] {
  const [west, south] = [cell.i * STEP_METRES + MARGIN, cell.j * STEP_METRES + MARGIN];
  const inner = STEP_METRES - 2 * MARGIN;
  const [wide, deep] = [inner / style.columns, inner / style.rows];
  const units = random.between(...style.units);
  const floors = random.between(...style.floors);
  return Array.from({ length: style.columns * style.rows }, (_, index) => {
    const [column, row] = [index % style.columns, Math.floor(index / style.columns)];
    const length = Math.min(wide - 12, units * 16 + 8);
    const from = {
      u: west + column * wide + (wide - length) / 2,
      v: south + row * deep + (deep - DEPTH) / 2,
    };
    const to = { u: from.u + length, v: from.v + DEPTH };
    return { number: index + 1, units, floors, doors: style.doors, ground: { from, to } };
  });
}
