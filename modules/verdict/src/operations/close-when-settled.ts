import { FOLLOW_UP_CLOSED } from '@firstfix/contract/verdict/events';
import { toRfc3339 } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { endFollowUp, type FollowUp } from '../follow-up.ts';
import type { VerdictNeeds } from '../needs.ts';
import { saveFollowUp } from '../store/follow-up-store.ts';
import type { Standing } from '../store/standing-store.ts';
import { topicsOf } from '../topics.ts';
import { cancelFollowUpEnd, stopFollowUpClock } from './verdict-clocks.ts';

/**
 * Closes the order, locked by the caller, when nothing is left: confirmed, rated or neutral, no open complaint, no
 * report sent back to the engineer. Ends the follow-up with it. Otherwise the next of these events tries again.
 * Answers whether it closed.
 */
export async function closeWhenSettled(
  tx: Tx,
  { orders }: VerdictNeeds,
  order: WorkOrder,
  { isRated, hasOpenComplaint, followUp }: Standing,
): Promise<boolean> {
  if (order.state !== 'confirmed') return false;
  if (!isRated || hasOpenComplaint || followUp?.state === 'refill') return false;
  await orders.closeWorkOrder(tx, order.id);
  if (followUp && followUp.endedAt === null) end(tx, followUp);
  return true;
}

/** Ends the follow-up: nobody asks any more. */
export function end(tx: Tx, followUp: FollowUp): FollowUp {
  const ended = endFollowUp(followUp, tx.now);
  tx.later(saveFollowUp(tx, ended));
  stopFollowUpClock(tx, ended.workOrderId);
  cancelFollowUpEnd(tx, ended.workOrderId);
  const { workOrderId, engineerId, outletId, territoryId, outcome } = ended;
  if (outcome === null) throw new Error(`follow-up of ${workOrderId} ended without an outcome`);
  tx.emit(
    FOLLOW_UP_CLOSED,
    { workOrderId, engineerId, outletId, territoryId, outcome, at: toRfc3339(tx.now) },
    topicsOf(ended),
  );
  return ended;
}
