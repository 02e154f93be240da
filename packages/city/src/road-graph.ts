import { distanceMetres, type Point } from '@firstfix/kernel';
import { toPoint } from './bend.ts';
import { type Node, nodeKey, nodePoint } from './lattice.ts';
import { SPEEDS } from './street-class.ts';
import type { Piece } from './street-lines.ts';

/** A piece of street as the router sees it, passable both ways. */
export interface Edge {
  readonly to: number;
  readonly metres: number;
  readonly seconds: number;
  readonly piece: Piece;
}

/** Junctions by number, each with the streets that leave it. */
export interface RoadGraph {
  readonly points: readonly Point[];
  readonly edges: readonly (readonly Edge[])[];
  /** The pieces that can be reached from everywhere: the streets of the city. */
  readonly pieces: readonly Piece[];
}

/** Links the pieces; whatever hangs together with nothing is left out. */
export function linkStreets(pieces: readonly Piece[]): RoadGraph {
  const reachable = largestWhole(pieces);
  const numbers = new Map<number, number>();
  const points: Point[] = [];
  const edges: Edge[][] = [];
  const numberOf = (node: Node): number => {
    const known = numbers.get(nodeKey(node));
    if (known !== undefined) return known;
    const number = points.length;
    numbers.set(nodeKey(node), number);
    points.push(toPoint(nodePoint(node)));
    edges.push([]);
    return number;
  };
  for (const piece of reachable) {
    const [a, b] = [numberOf(piece.from), numberOf(piece.to)];
    const [from, to] = [points[a], points[b]];
    if (!from || !to) continue;
    const metres = distanceMetres(from, to);
    const seconds = metres / SPEEDS[piece.streetClass];
    edges[a]?.push({ to: b, metres, seconds, piece });
    edges[b]?.push({ to: a, metres, seconds, piece });
  }
  return { points, edges, pieces: reachable };
}

/** The largest set of pieces that hang together. */
function largestWhole(pieces: readonly Piece[]): Piece[] {
  const parent = new Map<number, number>();
  const rootOf = (key: number): number => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  for (const { from, to } of pieces) parent.set(rootOf(nodeKey(from)), rootOf(nodeKey(to)));
  const wholes = Map.groupBy(pieces, ({ from }) => rootOf(nodeKey(from)));
  return [...wholes.values()].reduce((best, one) => (one.length > best.length ? one : best), []);
}
