import { HOLD_OVER } from '@firstfix/contract/dispatch/endpoints';
import { refusal } from '@firstfix/contract/refusal';
import type { Id, Instant } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import type { Needs } from '../needs.ts';
import { bookHold, giveBack } from '../store.ts';

/** Turns a hold into the promise; whatever else the order had booked is given back. */
export async function bookSlot(
  needs: Needs,
  tx: Tx,
  caller: Caller,
  order: WorkOrder,
  holdId: Id,
  wallNow: Instant,
): Promise<WorkOrder> {
  const booked = await bookHold(tx, { id: holdId, workOrderId: order.id }, wallNow);
  if (!booked) {
    throw refusal(409, HOLD_OVER);
  }
  for (const other of booked.others) giveBack(tx, other);
  const arrivalWindow = booked.window;
  if (order.arrivalWindow === null) return needs.orders.promiseWindow(tx, order.id, arrivalWindow);
  return needs.orders.rescheduleVisit(tx, caller, order.id, {
    arrivalWindow,
    reason: 'customer chose another window',
  });
}
