import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { type Caller, isInScope, type Owned } from '@firstfix/platform';
import type { Visit } from './visit.ts';
import type { WorkOrder } from './work-order.ts';

/** Whether a row about an order is the caller's to see; a link opens its one order only. */
export function isVisible(caller: Caller, row: Owned & { readonly workOrderId: Id }): boolean {
  const linked = caller.onlyWorkOrderId === null || caller.onlyWorkOrderId === row.workOrderId;
  return linked && isInScope(caller, row);
}

export function seesOrder(caller: Caller, order: WorkOrder): boolean {
  return isVisible(caller, { ...order, workOrderId: order.id });
}

/** 404 for an order outside the caller's rows. */
export function mustSeeOrder(caller: Caller, order: WorkOrder): void {
  if (!seesOrder(caller, order)) throw notFound('work_order', order.id);
}

/** 404 for a visit outside the caller's rows; a link opens the visits of its one order. */
export function mustSeeVisit(caller: Caller, visit: Visit): void {
  const linked = caller.onlyWorkOrderId === null || visit.workOrderIds.includes(caller.onlyWorkOrderId);
  if (!linked || !isInScope(caller, visit)) throw notFound('visit', visit.id);
}
