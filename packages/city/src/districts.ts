import type { Point } from '@firstfix/kernel';
import { toPoint } from './bend.ts';
import { type LatticePoint, type Node, nodePoint, radiusOf, STEP_METRES } from './lattice.ts';

/** A district of the city; administrative codes 9901xx are given to no place. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Where its centre lies on the lattice, to the nearest streets. */
  readonly middle: Node;
  readonly centre: Point;
}

/** One in the middle inside the second ring road, five around it; borders follow the great streets. */
export const DISTRICTS: readonly District[] = [
  district(1, '映城区', 'Yingcheng', { i: 0, j: 0 }),
  district(2, '望海区', 'Wanghai', { i: 33, j: 3 }),
  district(3, '云岭区', 'Yunling', { i: 3, j: 33 }),
  district(4, '临澜区', 'Linlan', { i: -30, j: 15 }),
  district(5, '湖湾区', 'Huwan', { i: -24, j: -27 }),
  district(6, '栖山区', 'Qishan', { i: 18, j: -30 }),
];

export const CITY = {
  code: '990100',
  name: '晴川市',
  nameEn: 'Qingchuan',
  province: '澜海省',
  provinceEn: 'Lanhai',
} as const;

/** Great streets lie this far apart; what lies between four of them belongs to one district. */
const BLOCK = 6;
const INNER_BLOCKS = 4;
export const CITY_RADIUS_METRES = 15_900;

function district(number: number, name: string, nameEn: string, middle: Node): District {
  return { code: `99010${number}`, name, nameEn, middle, centre: toPoint(nodePoint(middle)) };
}

/** The district a place lies in; `undefined` outside the city. */
export function districtOn(place: LatticePoint): District | undefined {
  return districtOfBlock({
    i: Math.floor(place.u / STEP_METRES / BLOCK),
    j: Math.floor(place.v / STEP_METRES / BLOCK),
  });
}

/** The district of a block between great streets, counted from the middle. */
function districtOfBlock(block: Node): District | undefined {
  const [inner] = DISTRICTS;
  const centre = { u: (block.i + 0.5) * BLOCK * STEP_METRES, v: (block.j + 0.5) * BLOCK * STEP_METRES };
  if (isInner(block.i) && isInner(block.j)) return inner;
  if (radiusOf(centre) > CITY_RADIUS_METRES) return undefined;
  const bearing = Math.atan2(centre.u, centre.v);
  return DISTRICTS.slice(1).reduce((best, one) =>
    turnBetween(bearing, one.middle) < turnBetween(bearing, best.middle) ? one : best,
  );
}

function isInner(number: number): boolean {
  return number >= -INNER_BLOCKS && number < INNER_BLOCKS;
}

function turnBetween(bearing: number, { i, j }: Node): number {
  const turn = Math.abs(bearing - Math.atan2(i, j)) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}

/** The border of a district as closed rings of nodes, the city's side on the left. */
export function borderOf({ code }: District): Node[][] {
  const next = new Map<string, { readonly to: Node; readonly points: readonly Node[] }>();
  const belongs = (i: number, j: number) => districtOfBlock({ i, j })?.code === code;
  for (let i = -10; i <= 10; i += 1) {
    for (let j = -10; j <= 10; j += 1) {
      if (!belongs(i, j)) continue;
      const corners = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)] as const;
      const outside = [!belongs(i, j - 1), !belongs(i + 1, j), !belongs(i, j + 1), !belongs(i - 1, j)];
      outside.forEach((isBorder, side) => {
        const [from, to] = [corners[side], corners[(side + 1) % 4]];
        if (isBorder && from && to) next.set(nameOf(from, side), { to, points: along(from, to) });
      });
    }
  }
  return ringsOf(next);
}

/** Follows the border edges to their end; at a corner that two blocks share it turns left. */
function ringsOf(next: Map<string, { readonly to: Node; readonly points: readonly Node[] }>): Node[][] {
  const rings: Node[][] = [];
  for (;;) {
    const [first] = next.keys();
    if (first === undefined) return rings;
    const ring: Node[] = [];
    for (let name: string | undefined = first; name !== undefined; ) {
      const edge = next.get(name);
      if (!edge) break;
      next.delete(name);
      ring.push(...edge.points);
      const side: number = Number(name.split(':')[1]);
      name = [side + 1, side, side + 3].map((one) => nameOf(edge.to, one % 4)).find((one) => next.has(one));
    }
    rings.push(ring);
  }
}

function corner(i: number, j: number): Node {
  return { i: i * BLOCK, j: j * BLOCK };
}

function nameOf({ i, j }: Node, side: number): string {
  return `${i},${j}:${side}`;
}

/** The nodes on the way, without the last. */
function along(from: Node, to: Node): Node[] {
  const step = { i: Math.sign(to.i - from.i), j: Math.sign(to.j - from.j) };
  return Array.from({ length: BLOCK }, (_, at) => ({ i: from.i + at * step.i, j: from.j + at * step.j }));
}
