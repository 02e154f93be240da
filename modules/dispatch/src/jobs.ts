import type { Task } from '@firstfix/platform';
import type { Needs } from './needs.ts';
import { endOfferRound } from './operations/end-offer-round.ts';
import { OFFER_ROUND_TASK } from './operations/offer-work-order.ts';

/** Started by the timer of each offer's round. */
export function dispatchTasks(needs: Needs): Task[] {
  return [{ name: OFFER_ROUND_TASK, run: (tx, { offerId }) => endOfferRound(needs, tx, String(offerId)) }];
}
