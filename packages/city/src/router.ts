import { distanceMetres, type Point } from '@firstfix/kernel';
import type { RoadGraph } from './road-graph.ts';
import { SPEEDS } from './street-class.ts';

/** A way along the streets. */
export interface Route {
  /** Junctions in order, the places themselves at both ends. */
  readonly points: readonly Point[];
  /** Seconds from the start at each of the points. */
  readonly seconds: readonly number[];
  readonly metres: number;
}

/** From the street to the door, by the yard or on foot. */
const OFF_STREET_SPEED = 3;
const FASTEST = Math.max(...Object.values(SPEEDS));
/** Side of the squares junctions are looked up by, in degrees: some 500 m. */
const SQUARE = 0.005;

/** Finds the fastest way between two places of the city, along its streets (A*). */
export class Router {
  readonly #graph: RoadGraph;
  readonly #squares: ReadonlyMap<string, readonly number[]>;

  constructor(graph: RoadGraph) {
    this.#graph = graph;
    this.#squares = Map.groupBy(graph.points.keys(), (at) =>
      squareOf(graph.points[at] ?? { lat: 0, lng: 0 }),
    );
  }

  route(from: Point, to: Point): Route {
    const way = this.#search(this.nearestJunction(from), this.nearestJunction(to));
    const points: Point[] = [from];
    const seconds = [0];
    let metres = 0;
    const go = (point: Point, stretch: number, time: number) => {
      metres += stretch;
      seconds.push((seconds.at(-1) ?? 0) + time);
      points.push(point);
    };
    const [first = 0] = way;
    walk(from, this.#point(first), go);
    for (const [at, junction] of way.slice(1).entries()) {
      const edge = this.#graph.edges[way[at] ?? 0]?.find((one) => one.to === junction);
      if (edge) go(this.#point(junction), edge.metres, edge.seconds);
    }
    walk(this.#point(way.at(-1) ?? 0), to, go);
    return { points, seconds, metres: Math.round(metres) };
  }

  /** The number of the junction next to a place. */
  nearestJunction(place: Point): number {
    for (let rings = 1; rings < 80; rings *= 2) {
      const near = this.#junctionsAround(place, rings);
      const [best] = near.toSorted((a, b) => a.metres - b.metres);
      if (best) return best.at;
    }
    return 0;
  }

  #junctionsAround({ lat, lng }: Point, rings: number): { readonly at: number; readonly metres: number }[] {
    const found: { at: number; metres: number }[] = [];
    for (let north = -rings; north <= rings; north += 1) {
      for (let east = -rings; east <= rings; east += 1) {
        const square = squareOf({ lat: lat + north * SQUARE, lng: lng + east * SQUARE });
        for (const at of this.#squares.get(square) ?? []) {
          found.push({ at, metres: distanceMetres({ lat, lng }, this.#point(at)) });
        }
      }
    }
    return found;
  }

  #search(start: number, goal: number): number[] {
    const aim = this.#point(goal);
    const best = new Map([[start, 0]]);
    const cameFrom = new Map<number, number>();
    const open = new Heap();
    open.push(start, 0);
    for (let at = open.pop(); at !== undefined && at !== goal; at = open.pop()) {
      const soFar = best.get(at) ?? 0;
      for (const { to, seconds } of this.#graph.edges[at] ?? []) {
        const time = soFar + seconds;
        if (time >= (best.get(to) ?? Number.POSITIVE_INFINITY)) continue;
        best.set(to, time);
        cameFrom.set(to, at);
        open.push(to, time + distanceMetres(this.#point(to), aim) / FASTEST);
      }
    }
    const way = [goal];
    for (let at = cameFrom.get(goal); at !== undefined && way[0] !== start; at = cameFrom.get(at))
      way.unshift(at);
    return way;
  }

  #point(at: number): Point {
    const point = this.#graph.points[at];
    if (!point) throw new RangeError(`there is no junction ${at}`);
    return point;
  }
}

function walk(from: Point, to: Point, go: (point: Point, stretch: number, time: number) => void): void {
  const metres = distanceMetres(from, to);
  go(to, metres, metres / OFF_STREET_SPEED);
}

function squareOf({ lat, lng }: Point): string {
  return `${Math.floor(lat / SQUARE)},${Math.floor(lng / SQUARE)}`;
}

/** Where somebody is so many seconds after setting out. */
export function placeOn({ points, seconds }: Route, elapsed: number): Point {
  const next = seconds.findIndex((time) => time > elapsed);
  const [a, b] = [points[next - 1], points[next]];
  if (next <= 0 || !a || !b) return (elapsed <= 0 ? points[0] : points.at(-1)) ?? { lat: 0, lng: 0 };
  const before = seconds[next - 1] ?? 0;
  const share = (elapsed - before) / ((seconds[next] ?? before) - before);
  return { lat: a.lat + (b.lat - a.lat) * share, lng: a.lng + (b.lng - a.lng) * share };
}

/** Numbers by their cost, the lowest first. */
class Heap {
  readonly #costs: number[] = [];
  readonly #items: number[] = [];

  push(item: number, cost: number): void {
    let at = this.#items.length;
    this.#items.push(item);
    this.#costs.push(cost);
    for (let up = (at - 1) >> 1; at > 0 && this.#cost(up) > this.#cost(at); up = (at - 1) >> 1) {
      this.#swap(at, up);
      at = up;
    }
  }

  pop(): number | undefined {
    const [first] = this.#items;
    const [item, cost] = [this.#items.pop(), this.#costs.pop()];
    if (this.#items.length === 0 || item === undefined || cost === undefined) return first;
    this.#items[0] = item;
    this.#costs[0] = cost;
    for (let at = 0; ; ) {
      const child = 2 * at + 1 + (this.#cost(2 * at + 2) < this.#cost(2 * at + 1) ? 1 : 0);
      if (this.#cost(child) >= this.#cost(at)) return first;
      this.#swap(at, child);
      at = child;
    }
  }

  #cost(at: number): number {
    return this.#costs[at] ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [item = 0, cost = 0] = [this.#items[a], this.#costs[a]];
    this.#items[a] = this.#items[b] ?? 0;
    this.#costs[a] = this.#cost(b);
    this.#items[b] = item;
    this.#costs[b] = cost;
  }
}
