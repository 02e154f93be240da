import { WORK_ORDER_URGED } from '@firstfix/contract/orders/events';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { mustSeeOrder } from '../policy.ts';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { urge, type WorkOrder } from '../work-order.ts';

/** The customer or outlet presses. */
export async function urgeWorkOrder(tx: Tx, caller: Caller, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  mustSeeOrder(caller, found.order);
  const order = saveOrder(tx, found, urge(found.order), { kind: 'urged', facts: { by: caller.role } });
  tx.emit(WORK_ORDER_URGED, { ...orderFacts(order, tx.now), urgeCount: order.urgeCount }, topicsOf(order));
  return order;
}
