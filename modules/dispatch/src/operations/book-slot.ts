import { HOLD_OVER } from '@firstfix/contract/dispatch/endpoints';
import { DomainError, type Id, type Instant } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import type { Needs } from '../needs.ts';
import { findHold, holdsOf, moveHold } from '../store.ts';
import { giveBack } from './release-slot.ts';

/** Turns a hold into the promise; whatever else the order had booked is given back. */
export async function bookSlot(
  needs: Needs,
  tx: Tx,
  caller: Caller,
  order: WorkOrder,
  holdId: Id,
  wallNow: Instant,
): Promise<WorkOrder> {
  const hold = await findHold(tx, holdId);
  const running = hold?.work_order_id === order.id && hold.state === 'held' && hold.expires_at > wallNow;
  if (!hold || !running || !(await moveHold(tx, holdId, ['held'], 'booked'))) {
    throw new DomainError(409, HOLD_OVER, 'The window is no longer held for this order: choose one again.');
  }
  const others = (await holdsOf(tx, order.id)).filter(({ id }) => id !== holdId);
  for (const other of others) await giveBack(tx, other, wallNow);
  const arrivalWindow = { start: hold.start_at, end: hold.end_at };
  if (order.arrivalWindow === null) return needs.orders.promiseWindow(tx, order.id, arrivalWindow);
  return needs.orders.rescheduleVisit(tx, caller, order.id, {
    arrivalWindow,
    reason: 'customer chose another window',
  });
}
