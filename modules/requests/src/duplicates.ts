import { DAY, type Id, type Instant } from '@firstfix/kernel';

/** Within this time the same phone, address and product category asking again looks like a duplicate. */
const DUPLICATE_WITHIN = 30 * DAY;

/** An earlier request of the same customer for the same household. */
export interface EarlierRequest {
  readonly id: Id;
  readonly categories: readonly string[];
}

export function duplicatesSince(now: Instant): Instant {
  return now - DUPLICATE_WITHIN;
}

/** Those that asked about one of the same categories. Suspicion only: nothing is refused for it. */
export function suspectedDuplicates(earlier: readonly EarlierRequest[], categories: readonly string[]): Id[] {
  return earlier
    .filter((one) => one.categories.some((each) => categories.includes(each)))
    .map(({ id }) => id);
}

/** Whose request for which home. */
interface Asked {
  readonly customerId: Id;
  readonly householdId: Id;
}

/** Earlier requests by who asked for which home. */
export class EarlierRequests {
  readonly #byAsked = new Map<string, EarlierRequest[]>();

  of(asked: Asked): readonly EarlierRequest[] {
    return this.#byAsked.get(keyOf(asked)) ?? [];
  }

  add(asked: Asked, request: EarlierRequest): void {
    this.#byAsked.set(keyOf(asked), [...this.of(asked), request]);
  }
}

function keyOf({ customerId, householdId }: Asked): string {
  return `${customerId} ${householdId}`;
}
