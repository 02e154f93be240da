import { type Id, notFound } from '@firstfix/kernel';
import { isVisible, type WorkOrder } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';
import type { Payment } from './payment.ts';

/** 404 for an order outside the caller's rows; a link opens its one order only. */
export function mustSeeOrder(caller: Caller, order: WorkOrder): void {
  if (!isLinked(caller, order.id) || !isVisible(caller, order)) throw notFound('work order', order.id);
}

export function mustSeePayment(caller: Caller, payment: Payment): void {
  if (!isLinked(caller, payment.workOrderId) || !isVisible(caller, payment)) {
    throw notFound('payment', payment.id);
  }
}

function isLinked(caller: Caller, workOrderId: Id): boolean {
  return caller.onlyWorkOrderId === null || caller.onlyWorkOrderId === workOrderId;
}
