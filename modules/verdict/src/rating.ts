import { refusal } from '@firstfix/contract/refusal';
import { ALREADY_RATED, NOT_FINISHED, NOT_RATED, RATING_CLOSED } from '@firstfix/contract/verdict/endpoints';
import type { Dimensions, RatingBody } from '@firstfix/contract/verdict/schemas';
import { DAY, type Id, type Instant, maskPhones } from '@firstfix/kernel';

/** A rating may be changed for so long after it was first given. */
export const CHANGEABLE_FOR = 7 * DAY;
/** A rating given so long after the neutral verdict still takes its place. */
const NEUTRAL_REPLACEABLE_FOR = 15 * DAY;

/** What was said at one time. Neutral says nothing. */
export interface Words {
  readonly neutral: boolean;
  readonly stars: number | null;
  readonly dimensions: Dimensions;
  readonly tags: readonly string[];
  readonly words: string;
  readonly photoHashes: readonly string[];
}

/** The verdict on an order's work: the customer's, or neutral after the follow-up. One per order. */
export interface Rating extends Words {
  readonly workOrderId: Id;
  readonly revision: number;
  readonly counts: boolean;
  readonly customerId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly ratedAt: Instant | null;
  readonly neutralAt: Instant | null;
  readonly changedAt: Instant;
}

/** Whose work is judged by whom. */
export interface RatedWork {
  readonly workOrderId: Id;
  readonly customerId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
}

const NO_DIMENSIONS: Dimensions = {
  promptness: null,
  skill: null,
  manner: null,
  priceClarity: null,
  cleanliness: null,
};

const NOTHING: Words = {
  neutral: true,
  stars: null,
  dimensions: NO_DIMENSIONS,
  tags: [],
  words: '',
  photoHashes: [],
};

export function wordsOf(body: RatingBody): Words {
  return {
    neutral: false,
    stars: body.stars,
    dimensions: { ...NO_DIMENSIONS, ...body.dimensions },
    tags: [...new Set(body.tags ?? [])],
    words: maskPhones(body.words ?? ''),
    photoHashes: [...new Set(body.photoHashes ?? [])],
  };
}

/** The first rating of an order, or the one that takes the neutral verdict's place. */
export function giveRating(before: Rating | undefined, work: RatedWork, said: Words, now: Instant): Rating {
  if (before === undefined) return firstRating(work, said, now);
  if (!before.neutral) {
    throw refusal(409, ALREADY_RATED);
  }
  if (now > (before.neutralAt ?? now) + NEUTRAL_REPLACEABLE_FOR) {
    throw refusal(409, `${RATING_CLOSED}/neutral`, { days: NEUTRAL_REPLACEABLE_FOR / DAY });
  }
  return { ...before, ...said, revision: before.revision + 1, ratedAt: now, changedAt: now };
}

/** 409 when there is nothing to change or the 7 days are over. */
export function changeRating(before: Rating | undefined, said: Words, now: Instant): Rating {
  if (before === undefined || before.ratedAt === null) {
    throw refusal(409, NOT_RATED);
  }
  if (now > before.ratedAt + CHANGEABLE_FOR) {
    throw refusal(409, RATING_CLOSED, { days: CHANGEABLE_FOR / DAY });
  }
  return { ...before, ...said, revision: before.revision + 1, changedAt: now };
}

/** Nobody rated until the follow-up's end. */
export function neutralRating(work: RatedWork, now: Instant): Rating {
  return firstRating(work, NOTHING, now);
}

/** 409 unless the work of this order was done. */
export function mustBeFinished(completedAt: Instant | null): void {
  if (completedAt === null) throw refusal(409, NOT_FINISHED);
}

function firstRating(work: RatedWork, said: Words, now: Instant): Rating {
  return {
    ...work,
    ...said,
    revision: 1,
    counts: true,
    ratedAt: said.neutral ? null : now,
    neutralAt: said.neutral ? now : null,
    changedAt: now,
  };
}
