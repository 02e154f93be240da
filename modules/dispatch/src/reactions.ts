import { WINDOW_PROMISED, WORK_ORDER_CANCELLED } from '@firstfix/contract/orders/events';
import { CLOCK_BREACHED } from '@firstfix/contract/platform/events';
import { parseInstant } from '@firstfix/kernel';
import { type Reaction, reaction, wallNow } from '@firstfix/platform';
import { giveBackAllBut } from './operations/release-slot.ts';
import { raiseException } from './operations/resolve-exception.ts';

/** What happens here on others' events. Giving back twice does nothing; a subject has one open exception of a kind. */
export const dispatchReactions: readonly Reaction[] = [
  reaction(CLOCK_BREACHED, 'dispatch.on_clock_breached', (tx, fact) =>
    raiseException(tx, { ...fact, kind: `${fact.kind}_breached` }),
  ),
  reaction(WORK_ORDER_CANCELLED, 'dispatch.on_work_order_cancelled', (tx, { workOrderId }) =>
    giveBackAllBut(tx, workOrderId, null, wallNow()),
  ),
  reaction(WINDOW_PROMISED, 'dispatch.on_window_promised', (tx, { workOrderId, start }) =>
    giveBackAllBut(tx, workOrderId, parseInstant(start), wallNow()),
  ),
];
