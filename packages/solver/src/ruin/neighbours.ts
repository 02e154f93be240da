import { at } from '../flat.ts';
import type { Model } from '../model.ts';

const WAIT_WEIGHT = 0.2;
const WARP_WEIGHT = 1;

/**
 * For each job the jobs it could share a route with, nearest first. Near is travel plus 0.2 of the waiting plus
 * the lateness that the windows force on the pair, among jobs that share an able technician:
 * purely spatial lists send the search to pairs that never fit. Lists are made when first asked for.
 */
export class Neighbours {
  private readonly model: Model;
  private readonly most: number;
  private readonly lists: (Int32Array | undefined)[];
  private readonly words: number;
  private readonly able: Int32Array;
  private readonly nearness: Float64Array;

  constructor(model: Model, most: number) {
    this.model = model;
    this.most = most;
    this.lists = new Array<Int32Array | undefined>(model.jobCount).fill(undefined);
    this.words = Math.ceil(model.technicianCount / 32);
    this.able = ableBits(model, this.words);
    this.nearness = new Float64Array(model.jobCount);
  }

  of(job: number): Int32Array {
    let list = this.lists[job];
    if (list === undefined) {
      list = this.compute(job);
      this.lists[job] = list;
    }
    return list;
  }

  private compute(i: number): Int32Array {
    const { model, nearness } = this;
    const list: number[] = [];
    for (let j = 0; j < model.jobCount; j++) {
      if (i === j || !this.shareTechnician(i, j)) continue;
      nearness[j] = Math.min(
        after(model, i, j, at(model.rows.from(i), j)),
        after(model, j, i, at(model.rows.to(i), j)),
      );
      list.push(j);
    }
    list.sort((a, b) => (nearness[a] ?? 0) - (nearness[b] ?? 0) || a - b);
    return Int32Array.from(list.slice(0, this.most));
  }

  private shareTechnician(i: number, j: number): boolean {
    const { able, words } = this;
    for (let w = 0; w < words; w++) if (at(able, i * words + w) & at(able, j * words + w)) return true;
    return false;
  }
}

/** How far it is to go to job j right after job i, the travel being known. */
function after(model: Model, i: number, j: number, travel: number): number {
  const busy = at(model.service, i) + travel;
  const wait = at(model.opens, j) - at(model.closes, i) - busy;
  const warp = at(model.opens, i) + busy - at(model.closes, j);
  return travel + WAIT_WEIGHT * Math.max(0, wait) + WARP_WEIGHT * Math.max(0, warp);
}

function ableBits(model: Model, words: number): Int32Array {
  const bits = new Int32Array(model.jobCount * words);
  for (let j = 0; j < model.jobCount; j++) {
    for (const t of model.able(j)) {
      const word = j * words + (t >> 5);
      bits[word] = at(bits, word) | (1 << (t & 31));
    }
  }
  return bits;
}
