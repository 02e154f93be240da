/**
 * The city stands on a lattice of streets 300 m apart that is bent when it is drawn (`bend.ts`): nodes and cells have
 * whole numbers east and north of the middle. A cell bears the numbers of its south-western corner.
 */
export interface Node {
  readonly i: number;
  readonly j: number;
}

/** Metres on the lattice, before it is bent. */
export interface LatticePoint {
  readonly u: number;
  readonly v: number;
}

export const STEP_METRES = 300;
/** Nodes lie this many steps around the middle. */
export const REACH = 54;
const SIDE = 2 * REACH + 3;

export function nodeKey({ i, j }: Node): number {
  return (i + REACH + 1) * SIDE + (j + REACH + 1);
}

export function nodePoint({ i, j }: Node): LatticePoint {
  return { u: i * STEP_METRES, v: j * STEP_METRES };
}

export function cellCentre({ i, j }: Node): LatticePoint {
  return { u: (i + 0.5) * STEP_METRES, v: (j + 0.5) * STEP_METRES };
}

export function radiusOf({ u, v }: LatticePoint): number {
  return Math.hypot(u, v);
}

/** Every cell of the square around the middle, row by row. */
export function allCells(): Node[] {
  const numbers = Array.from({ length: 2 * REACH }, (_, index) => index - REACH);
  return numbers.flatMap((i) => numbers.map((j) => ({ i, j })));
}
