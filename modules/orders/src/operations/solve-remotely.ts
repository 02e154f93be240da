import { WORK_ORDER_OPENED } from '@firstfix/contract/orders/events';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import {
  reopen,
  settleRemoteSolution as settle,
  solveRemotely as solve,
  type WorkOrder,
} from '../work-order.ts';
import { startResponse, stopAllClocks } from './order-clocks.ts';

/** Advice was enough; the call-back will tell. */
export async function solveRemotely(tx: Tx, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  const order = saveOrder(tx, found, solve(found.order), { kind: 'solved_remotely' });
  stopAllClocks(tx, order);
  return order;
}

/** The customer says it helped, or wants nothing any more. */
export async function settleRemoteSolution(tx: Tx, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  return saveOrder(tx, found, settle(found.order, tx.now), { kind: 'remote_solution_settled' });
}

/** The call-back found it unsolved: the response clock runs again from the opening. */
export async function reopenWorkOrder(tx: Tx, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  const order = saveOrder(tx, found, reopen(found.order), { kind: 'reopened' });
  startResponse(tx, order);
  tx.emit(WORK_ORDER_OPENED, orderFacts(order, tx.now), topicsOf(order));
  return order;
}
