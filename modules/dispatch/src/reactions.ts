import { WINDOW_PROMISED, WORK_ORDER_CANCELLED } from '@firstfix/contract/orders/events';
import { CLOCK_BREACHED } from '@firstfix/contract/platform/events';
import { parseInstant } from '@firstfix/kernel';
import { type Reaction, reaction, type Task } from '@firstfix/platform';
import { wallNow } from './adapters/wall-clock.ts';
import type { Needs } from './needs.ts';
import { endOfferRound } from './operations/end-offer-round.ts';
import { OFFER_ROUND_TASK } from './operations/offer-work-order.ts';
import { giveBackAllBut } from './operations/release-slot.ts';
import { raiseException } from './operations/resolve-exception.ts';

export const dispatchReactions: readonly Reaction[] = [
  reaction(CLOCK_BREACHED, 'dispatch.raise_exception', (tx, fact) =>
    raiseException(tx, { ...fact, kind: `${fact.kind}_breached` }),
  ),
  reaction(WORK_ORDER_CANCELLED, 'dispatch.free_cancelled', (tx, { workOrderId }) =>
    giveBackAllBut(tx, workOrderId, null, wallNow()),
  ),
  reaction(WINDOW_PROMISED, 'dispatch.free_former_window', (tx, { workOrderId, start }) =>
    giveBackAllBut(tx, workOrderId, parseInstant(start), wallNow()),
  ),
];

export function dispatchTasks(needs: Needs): Task[] {
  return [{ name: OFFER_ROUND_TASK, run: (tx, { offerId }) => endOfferRound(needs, tx, String(offerId)) }];
}
