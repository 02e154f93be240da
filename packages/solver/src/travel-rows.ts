import { at } from './flat.ts';
import type { Place, Travel } from './travel.ts';

/** Travel seconds between nodes, computed a row at a time when first asked for. */
export class TravelRows {
  private readonly travel: Travel;
  private readonly places: Place[];
  private readonly outward: (Int32Array | undefined)[];
  private readonly inward: (Int32Array | undefined)[];

  private moved = -1;

  constructor(travel: Travel, places: Place[]) {
    this.travel = travel;
    this.places = places;
    this.outward = new Array<Int32Array | undefined>(places.length).fill(undefined);
    this.inward = travel.symmetric ? this.outward : this.outward.slice();
  }

  /** Seconds from the node to every node. */
  from(node: number): Int32Array {
    const row = this.outward[node];
    return row ?? this.compute(node, true);
  }

  /** Seconds from every node to the node. */
  to(node: number): Int32Array {
    const row = this.inward[node];
    return row ?? this.compute(node, false);
  }

  /** Seconds between two nodes, without computing a row for it. */
  between(from: number, to: number): number {
    if (to === this.moved) return at(this.to(to), from);
    const row = this.outward[from];
    if (row !== undefined) return at(row, to);
    const column = this.inward[to];
    if (column !== undefined) return at(column, from);
    return this.travel.seconds(this.placeOf(from), this.placeOf(to));
  }

  /** Puts a node elsewhere; one node may move. Rows of other nodes are stale towards it: only its own are asked. */
  move(node: number, place: Place): void {
    this.moved = node;
    this.places[node] = place;
    this.outward[node] = undefined;
    this.inward[node] = undefined;
  }

  private compute(node: number, outward: boolean): Int32Array {
    const { travel, places } = this;
    const here = this.placeOf(node);
    const row = Int32Array.from(places, (there) =>
      outward ? travel.seconds(here, there) : travel.seconds(there, here),
    );
    (outward ? this.outward : this.inward)[node] = row;
    return row;
  }

  private placeOf(node: number): Place {
    const place = this.places[node];
    if (place === undefined) throw new Error(`no node ${node} in ${this.places.length}`);
    return place;
  }
}
