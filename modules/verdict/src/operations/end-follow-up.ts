import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { VerdictNeeds } from '../needs.ts';
import { neutralRating } from '../rating.ts';
import { findFollowUp } from '../store/follow-up-store.ts';
import { findRating } from '../store/rating-store.ts';
import type { DB } from '../tables.ts';
import { closeWhenSettled, end } from './close-when-settled.ts';
import { keep } from './rate-work-order.ts';

/** The 72 hours are over: unrated becomes neutral, unconfirmed becomes confirmed, what is settled is closed. */
export async function endFollowUp(tx: Tx, needs: VerdictNeeds, workOrderId: Id): Promise<void> {
  const order = await needs.orders.lockWorkOrder(tx, workOrderId);
  const db = tx.tables<DB>();
  const [followUp, rating] = await Promise.all([findFollowUp(db, workOrderId), findRating(db, workOrderId)]);
  if (!followUp || followUp.endedAt !== null) return;
  await end(tx, followUp);
  if (!rating) await keep(tx, neutralRating(followUp, tx.now));
  const confirmed =
    order.state === 'completed' ? await needs.orders.confirmWorkOrder(tx, workOrderId, 'follow_up') : order;
  await closeWhenSettled(tx, needs, confirmed);
}
