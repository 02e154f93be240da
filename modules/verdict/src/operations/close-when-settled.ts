import { FOLLOW_UP_CLOSED } from '@firstfix/contract/verdict/events';
import { toRfc3339 } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { endFollowUp, type FollowUp } from '../follow-up.ts';
import type { VerdictNeeds } from '../needs.ts';
import { hasOpenComplaint } from '../store/complaint-store.ts';
import { findFollowUp, saveFollowUp } from '../store/follow-up-store.ts';
import { findRating } from '../store/rating-store.ts';
import type { DB } from '../tables.ts';
import { topicsOf } from '../topics.ts';
import { cancelFollowUpEnd, stopFollowUpClock } from './verdict-clocks.ts';

/**
 * Closes the order, locked by the caller, when nothing is left: confirmed, rated or neutral, no open complaint, no
 * report sent back to the engineer. Ends the follow-up with it. Otherwise the next of these events tries again.
 */
export async function closeWhenSettled(tx: Tx, { orders }: VerdictNeeds, order: WorkOrder): Promise<void> {
  if (order.state !== 'confirmed') return;
  const db = tx.tables<DB>();
  const [rating, complained, followUp] = await Promise.all([
    findRating(db, order.id),
    hasOpenComplaint(db, order.id),
    findFollowUp(db, order.id),
  ]);
  if (rating === undefined || complained || followUp?.state === 'refill') return;
  await orders.closeWorkOrder(tx, order.id);
  if (followUp && followUp.endedAt === null) await end(tx, followUp);
}

/** Ends the follow-up: nobody asks any more. */
export async function end(tx: Tx, followUp: FollowUp): Promise<void> {
  const ended = endFollowUp(followUp, tx.now);
  await saveFollowUp(tx, ended);
  stopFollowUpClock(tx, ended.workOrderId);
  cancelFollowUpEnd(tx, ended.workOrderId);
  const { workOrderId, engineerId, outletId, territoryId, outcome } = ended;
  if (outcome === null) throw new Error(`follow-up of ${workOrderId} ended without an outcome`);
  tx.emit(
    FOLLOW_UP_CLOSED,
    { workOrderId, engineerId, outletId, territoryId, outcome, at: toRfc3339(tx.now) },
    topicsOf(ended),
  );
}
