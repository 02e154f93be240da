import type { WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { hashCode, newCompletionCode } from '../adapters/completion-code.ts';
import { rated, startFollowUp } from '../follow-up.ts';
import type { VerdictNeeds } from '../needs.ts';
import { ratedWorkOf } from '../rated-work.ts';
import { insertCode } from '../store/code-store.ts';
import { insertFollowUp } from '../store/follow-up-store.ts';
import { findStanding } from '../store/standing-store.ts';
import type { DB } from '../tables.ts';
import { startFollowUpClock } from './verdict-clocks.ts';

/** The work of an order, locked by the caller, is done: the code goes out, the 72 hours begin. Again = no effect. */
export async function beginFollowUp(tx: Tx, needs: VerdictNeeds, order: WorkOrder): Promise<void> {
  const { completedAt, state } = order;
  if (completedAt === null || state === 'closed') return;
  const work = ratedWorkOf(order);
  const standing = await findStanding(tx.tables<DB>(), order.id);
  if (standing.followUp) return;
  const begun = startFollowUp(work, completedAt);
  const followUp = standing.isRated ? rated(begun) : begun;
  tx.later(insertFollowUp(tx, followUp));
  startFollowUpClock(tx, followUp);
  if (state === 'completed') await sendCode(tx, needs, order);
}

/** A code is made with the follow-up only, so once. */
async function sendCode(tx: Tx, needs: VerdictNeeds, order: WorkOrder): Promise<void> {
  const { id: workOrderId, customerId, number } = order;
  const code = newCompletionCode();
  tx.later(insertCode(tx, workOrderId, hashCode(needs.keyedHash, workOrderId, code)));
  await needs.sendCompletionCode(tx, { customerId, workOrderId, number, code });
}
