import { WINDOW_PROMISED, WORK_ORDER_CANCELLED } from '@firstfix/contract/orders/events';
import { CLOCK_BREACHED } from '@firstfix/contract/platform/events';
import { type Id, parseInstant } from '@firstfix/kernel';
import { type Reaction, reaction } from '@firstfix/platform';
import type { Needs } from './needs.ts';
import { giveBackAll, giveBackOthers } from './operations/release-slot.ts';
import { raiseException } from './operations/resolve-exception.ts';
import { withdrawOffer } from './operations/withdraw-offer.ts';

/** What happens here on others' events. Giving back twice does nothing; a subject has one open exception of a kind. */
export function dispatchReactions(needs: Needs): Reaction[] {
  return [
    reaction(CLOCK_BREACHED, 'dispatch.on_clock_breached', (tx, fact) =>
      raiseException(tx, { ...fact, kind: `${fact.kind}_breached` }),
    ),
    reaction(
      WORK_ORDER_CANCELLED,
      'dispatch.on_work_order_cancelled',
      async (tx, { workOrderId }) => {
        await withdrawOffer(tx, workOrderId);
        await giveBackAll(tx, workOrderId);
      },
      ofOrder,
    ),
    reaction(
      WINDOW_PROMISED,
      'dispatch.on_window_promised',
      (tx, { workOrderId, start }) => giveBackOthers(needs, tx, workOrderId, parseInstant(start)),
      ofOrder,
    ),
  ];
}

/** Orders meet in the loads of windows, but each giving back is a statement that reckons with the others. */
function ofOrder({ workOrderId }: { readonly workOrderId: Id }): Id {
  return workOrderId;
}
