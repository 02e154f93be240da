import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { VerdictNeeds } from '../needs.ts';
import { neutralRating } from '../rating.ts';
import { findStanding } from '../store/standing-store.ts';
import type { DB } from '../tables.ts';
import { closeWhenSettled, end } from './close-when-settled.ts';
import { keep } from './rate-work-order.ts';

/** The 72 hours are over: unrated becomes neutral, unconfirmed becomes confirmed, what is settled is closed. */
export async function endFollowUp(tx: Tx, needs: VerdictNeeds, workOrderId: Id): Promise<void> {
  const [order, standing] = await Promise.all([
    needs.orders.lockWorkOrder(tx, workOrderId),
    findStanding(tx.tables<DB>(), workOrderId),
  ]);
  const { followUp, isRated } = standing;
  if (!followUp || followUp.endedAt !== null) return;
  const ended = end(tx, followUp);
  if (!isRated) keep(tx, neutralRating(followUp, tx.now));
  const confirmed =
    order.state === 'completed' ? await needs.orders.confirmWorkOrder(tx, workOrderId, 'follow_up') : order;
  await closeWhenSettled(tx, needs, confirmed, { ...standing, isRated: true, followUp: ended });
}
