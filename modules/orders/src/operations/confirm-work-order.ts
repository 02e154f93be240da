import { WORK_ORDER_CLOSED, WORK_ORDER_CONFIRMED } from '@firstfix/contract/orders/events';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { close, confirm, type WorkOrder } from '../work-order.ts';
import { stopAllClocks } from './order-clocks.ts';

/** The work is done, says the customer (`completion_code`, `signature`) or the `follow_up`. */
export async function confirmWorkOrder(tx: Tx, id: Id, by: string): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  const order = saveOrder(tx, found, confirm(found.order), { kind: 'confirmed', facts: { by } });
  tx.emit(WORK_ORDER_CONFIRMED, { ...orderFacts(order, tx.now), by }, topicsOf(order));
  return order;
}

/** Rated or neutral after the follow-up, and nothing open about it. */
export async function closeWorkOrder(tx: Tx, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  const order = saveOrder(tx, found, close(found.order, tx.now), { kind: 'closed' });
  stopAllClocks(tx, order);
  tx.emit(WORK_ORDER_CLOSED, orderFacts(order, tx.now), topicsOf(order));
  return order;
}
