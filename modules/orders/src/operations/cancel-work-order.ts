import { TOO_LATE_TO_CANCEL } from '@firstfix/contract/orders/endpoints';
import { WORK_ORDER_CANCELLED } from '@firstfix/contract/orders/events';
import type { CancelReason } from '@firstfix/contract/orders/states';
import { refusal } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { mustSeeOrder } from '../policy.ts';
import { lockOrder, lockVisit } from '../store/locks.ts';
import { saveOrder, saveVisit } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { moveVisit } from '../visit.ts';
import { cancel, type WorkOrder } from '../work-order.ts';
import { stopAllClocks } from './order-clocks.ts';

interface Wanted {
  readonly reason: CancelReason;
  readonly ifMatch: number | undefined;
}

/** Cancels an order that nobody works on yet, with its visit when no other order shares it. */
export async function cancelWorkOrder(tx: Tx, caller: Caller, id: Id, wanted: Wanted): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  mustSeeOrder(caller, found.order);
  checkVersion(found.order.version, wanted.ifMatch);
  mustBeInTime(caller, found.order);
  const cancelled = cancel(found.order, tx.now);
  await cancelVisit(tx, found.order);
  const order = saveOrder(tx, found, cancelled, {
    kind: 'cancelled',
    facts: { reason: wanted.reason, by: caller.role },
  });
  stopAllClocks(tx, order);
  const facts = { ...orderFacts(order, tx.now), reason: wanted.reason, engineerId: order.engineerId };
  tx.emit(WORK_ORDER_CANCELLED, facts, topicsOf(order));
  return order;
}

/** Customers cancel until somebody sets out; after that they talk to us, because somebody drove. */
function mustBeInTime(caller: Caller, order: WorkOrder): void {
  if (caller.role !== 'customer' || !['en_route', 'on_site'].includes(order.state)) return;
  throw refusal(409, TOO_LATE_TO_CANCEL);
}

async function cancelVisit(tx: Tx, order: WorkOrder): Promise<void> {
  if (order.visitId === null) return;
  const { visit, orders } = await lockVisit(tx, order.visitId);
  if (orders.length === 1) saveVisit(tx, moveVisit(visit, 'cancel', tx.now, 'order_cancelled'));
}
