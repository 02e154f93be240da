import { v7 } from 'uuid';

/** A UUIDv7 in lower case. Unique and roughly ordered by creation; never used as the business order. */
export type Id = string;

const RANDOM_BYTES = 16;
/** Asking the system for chance costs more than the rest of an id, so it is asked once for many. */
const chance = new Uint8Array(RANDOM_BYTES * 256);
let used = chance.length;

export function newId(): Id {
  return v7({ rng: nextRandom });
}

function nextRandom(): Uint8Array {
  if (used === chance.length) {
    crypto.getRandomValues(chance);
    used = 0;
  }
  used += RANDOM_BYTES;
  return chance.subarray(used - RANDOM_BYTES, used);
}
