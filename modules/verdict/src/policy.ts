import { type Id, notFound } from '@firstfix/kernel';
import { isVisible, type WorkOrder } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';

/** The columns by which rows of this module belong to somebody. */
interface Owned {
  readonly workOrderId: Id;
  readonly customerId: Id;
  readonly engineerId: Id | null;
  readonly outletId: Id | null;
  readonly territoryId: Id;
}

/** 404 for an order outside the caller's rows; a link opens its one order only. */
export function mustSeeOrder(caller: Caller, order: WorkOrder): void {
  if (!sees(caller, { ...order, workOrderId: order.id })) throw notFound('work order', order.id);
}

/** 404 for a complaint or follow-up outside the caller's rows. */
export function mustSee(caller: Caller, thing: string, id: Id, row: Owned): void {
  if (!sees(caller, row)) throw notFound(thing, id);
}

function sees(caller: Caller, row: Owned): boolean {
  const linked = caller.onlyWorkOrderId === null || caller.onlyWorkOrderId === row.workOrderId;
  return linked && isVisible(caller, row);
}
