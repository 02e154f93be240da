/** Numbers that look random and come again for the same seed: for generated data and simulated people, never for secrets. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  chance(probability: number): boolean;
  /** Whole, both ends included. */
  between(low: number, high: number): number;
  /** One of the list; throws on an empty one. */
  pick<T>(list: readonly T[]): T;
  /** Index of one of the weights, in proportion to them. */
  weighted(weights: readonly number[]): number;
  /** About normal with mean 0 and deviation 1, never beyond 3.5. */
  bell(): number;
}

/** Mulberry32, small and fast. A name makes a series of its own, independent of the others. */
export function createRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed >>> 0 : hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => pickFrom(list, next()),
    weighted: (weights) => weightedIndex(weights, next()),
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  };
}

function pickFrom<T>(list: readonly T[], share: number): T {
  if (list.length === 0) throw new RangeError('nothing to pick from');
  return list[Math.floor(share * list.length)] as T;
}

function weightedIndex(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, found);
}

/** FNV-1a over the name's code units, mixed once more so that names alike begin series unlike. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
