import { ORDER_RATED, RATING_CHANGED } from '@firstfix/contract/verdict/events';
import type { RatingBody } from '@firstfix/contract/verdict/schemas';
import type { Id } from '@firstfix/kernel';
import { mustSeeOrder, type WorkOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import { ratingFacts } from '../facts.ts';
import { rated } from '../follow-up.ts';
import type { VerdictNeeds } from '../needs.ts';
import { ratedWorkOf } from '../rated-work.ts';
import { changeRating as change, giveRating, mustBeFinished, type Rating, wordsOf } from '../rating.ts';
import { saveFollowUp } from '../store/follow-up-store.ts';
import { findRating, saveRating } from '../store/rating-store.ts';
import { findStanding } from '../store/standing-store.ts';
import type { DB } from '../tables.ts';
import { topicsOf } from '../topics.ts';
import { closeWhenSettled } from './close-when-settled.ts';
import { stopFollowUpClock } from './verdict-clocks.ts';

/** The customer's rating: the first, or the one that takes the neutral verdict's place. */
export async function rateWorkOrder(
  tx: Tx,
  needs: VerdictNeeds,
  caller: Caller,
  id: Id,
  body: RatingBody,
): Promise<Rating> {
  const db = tx.tables<DB>();
  const [order, standing] = await Promise.all([lockRateable(tx, needs, caller, id), findStanding(db, id)]);
  const before = standing.isRated ? await findRating(db, id) : undefined;
  const rating = giveRating(before, ratedWorkOf(order), wordsOf(body), tx.now);
  keep(tx, rating);
  const followUp = standing.followUp && rated(standing.followUp);
  if (await closeWhenSettled(tx, needs, order, { ...standing, isRated: true, followUp })) return rating;
  if (followUp && followUp !== standing.followUp) {
    tx.later(saveFollowUp(tx, followUp));
    stopFollowUpClock(tx, id);
  }
  return rating;
}

export async function changeRating(
  tx: Tx,
  needs: VerdictNeeds,
  caller: Caller,
  id: Id,
  body: RatingBody,
): Promise<Rating> {
  await lockRateable(tx, needs, caller, id);
  const rating = change(await findRating(tx.tables<DB>(), id), wordsOf(body), tx.now);
  keep(tx, rating);
  return rating;
}

async function lockRateable(tx: Tx, { orders }: VerdictNeeds, caller: Caller, id: Id): Promise<WorkOrder> {
  const order = await orders.lockWorkOrder(tx, id);
  mustSeeOrder(caller, order);
  mustBeFinished(order.completedAt);
  return order;
}

/** Stores what was said and tells it: the first verdict on an order is news, a later one a change. */
export function keep(tx: Tx, rating: Rating): void {
  tx.later(saveRating(tx, rating));
  for (const hash of rating.photoHashes) tx.linkMedia(hash, 'work-order', rating.workOrderId);
  tx.emit(rating.revision === 1 ? ORDER_RATED : RATING_CHANGED, ratingFacts(rating), topicsOf(rating));
}
