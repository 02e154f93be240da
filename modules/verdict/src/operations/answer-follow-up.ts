import { refusal } from '@firstfix/contract/refusal';
import { FOLLOW_UP_ENDED } from '@firstfix/contract/verdict/endpoints';
import type { FollowUpAnswer } from '@firstfix/contract/verdict/schemas';
import { type Id, maskPhones } from '@firstfix/kernel';
import { mustSeeOrder, type WorkOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import { answerFollowUp as answer, type FollowUp } from '../follow-up.ts';
import type { VerdictNeeds } from '../needs.ts';
import { findFollowUp, saveFollowUp } from '../store/follow-up-store.ts';
import { findStanding, type Standing } from '../store/standing-store.ts';
import type { DB } from '../tables.ts';
import { closeWhenSettled } from './close-when-settled.ts';
import { stopFollowUpClock } from './verdict-clocks.ts';

export interface FollowUpCall {
  readonly answer: FollowUpAnswer;
  readonly note: string;
  readonly ratingAsked: boolean;
}

/**
 * What the customer said on the phone. `close` confirms an order nobody confirmed; `redo` opens a rework order;
 * `refill` sends the report back to the engineer. The neutral verdict waits for the 72 hours in any case.
 */
export async function answerFollowUp(
  tx: Tx,
  needs: VerdictNeeds,
  caller: Caller,
  id: Id,
  call: FollowUpCall,
): Promise<FollowUp> {
  const [order, standing] = await Promise.all([
    needs.orders.lockWorkOrder(tx, id),
    findStanding(tx.tables<DB>(), id),
  ]);
  mustSeeOrder(caller, order);
  const before = standing.followUp;
  if (!before) {
    throw refusal(409, `${FOLLOW_UP_ENDED}/no_work`);
  }
  const given = { ...call, note: maskPhones(call.note), reworkId: null, by: caller.userId };
  const answered = answer(before, given, tx.now);
  const reworkId = call.answer === 'redo' ? (await openRework(tx, needs, order)).id : null;
  const followUp = { ...answered, reworkId };
  tx.later(saveFollowUp(tx, followUp));
  if (call.answer !== 'refill') stopFollowUpClock(tx, id);
  await confirmAndClose(tx, needs, order, { ...standing, followUp }, call.answer);
  return (await findFollowUp(tx.tables<DB>(), id)) ?? followUp;
}

/** The same work again, linked to the first order: it counts as a repeat against that one. */
function openRework(tx: Tx, { orders }: VerdictNeeds, order: WorkOrder): Promise<WorkOrder> {
  const { requestId, customerId, householdId, applianceId, territoryId, ownerId, work, place } = order;
  return orders.openWorkOrder(tx, {
    requestId,
    customerId,
    householdId,
    applianceId,
    territoryId,
    ownerId,
    reworkOf: order.id,
    work,
    place,
  });
}

async function confirmAndClose(
  tx: Tx,
  needs: VerdictNeeds,
  order: WorkOrder,
  standing: Standing,
  given: FollowUpAnswer,
): Promise<void> {
  const confirms = given === 'close' && order.state === 'completed';
  const confirmed = confirms ? await needs.orders.confirmWorkOrder(tx, order.id, 'follow_up') : order;
  await closeWhenSettled(tx, needs, confirmed, standing);
}
