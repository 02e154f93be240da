import type { Random } from '@firstfix/kernel/random';

/** What somebody is going to do, decided when the order comes in. */
export interface Temper {
  /** Calls it off before anybody comes. */
  readonly cancels: boolean;
  readonly isAbsent: boolean;
  readonly willingToPay: boolean;
  /** The engineer leaves a step out and ticks it all the same. */
  readonly sloppy: boolean;
  readonly rates: boolean;
  /** From 0 (easily pleased) up to 1. */
  readonly severity: number;
}

const CANCELS = 0.04;
const ABSENT = 0.03;
const REFUSES_PRICE = 0.08;
const SLOPPY = 0.03;
const RATES = 0.7;

export function temperOf(random: Random): Temper {
  return {
    cancels: random.chance(CANCELS),
    isAbsent: random.chance(ABSENT),
    willingToPay: !random.chance(REFUSES_PRICE),
    sloppy: random.chance(SLOPPY),
    rates: random.chance(RATES),
    severity: random.next(),
  };
}
