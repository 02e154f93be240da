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
import { findFollowUp, saveFollowUp } from '../store/follow-up-store.ts';
import { findRating, saveRating } from '../store/rating-store.ts';
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
  const order = await lockRateable(tx, needs, caller, id);
  const db = tx.tables<DB>();
  const [before, followUp] = await Promise.all([findRating(db, id), findFollowUp(db, id)]);
  const rating = giveRating(before, ratedWorkOf(order), wordsOf(body), tx.now);
  await keep(tx, rating);
  if (followUp) {
    tx.later(saveFollowUp(tx, rated(followUp)));
    if (followUp.state === 'open') stopFollowUpClock(tx, id);
  }
  await closeWhenSettled(tx, needs, order);
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
  await keep(tx, rating);
  return rating;
}

async function lockRateable(tx: Tx, { orders }: VerdictNeeds, caller: Caller, id: Id): Promise<WorkOrder> {
  const order = await orders.lockWorkOrder(tx, id);
  mustSeeOrder(caller, order);
  mustBeFinished(order.completedAt);
  return order;
}

/** Stores what was said and tells it: the first verdict on an order is news, a later one a change. */
export async function keep(tx: Tx, rating: Rating): Promise<void> {
  tx.later(saveRating(tx, rating));
  for (const hash of rating.photoHashes) tx.linkMedia(hash, 'work-order', rating.workOrderId);
  tx.emit(rating.revision === 1 ? ORDER_RATED : RATING_CHANGED, ratingFacts(rating), topicsOf(rating));
}
