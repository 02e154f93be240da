import { type Id, notFound } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { Visit } from './visit.ts';
import type { WorkOrder } from './work-order.ts';

/** The columns by which rows of this module belong to somebody. */
interface Owned {
  readonly customerId: Id;
  readonly engineerId: Id | null;
  readonly outletId: Id | null;
  readonly territoryId: Id;
}

/** Whether a row lies in the caller's scope for this operation. */
export function isVisible(caller: Caller, row: Owned): boolean {
  switch (caller.scope) {
    case 'all':
      return true;
    case 'territory':
      return caller.territoryIds.includes(row.territoryId);
    case 'outlet':
      return caller.outletId !== null && row.outletId === caller.outletId;
    case 'own':
      return (
        caller.ownId !== null &&
        (caller.role === 'engineer' ? row.engineerId : row.customerId) === caller.ownId
      );
  }
}

/** 404 for an order outside the caller's rows; a link opens its one order only. */
export function mustSeeOrder(caller: Caller, order: WorkOrder): void {
  const linked = caller.onlyWorkOrderId === null || caller.onlyWorkOrderId === order.id;
  if (!linked || !isVisible(caller, order)) throw notFound('work order', order.id);
}

export function mustSeeVisit(caller: Caller, visit: Visit): void {
  const linked = caller.onlyWorkOrderId === null || visit.workOrderIds.includes(caller.onlyWorkOrderId);
  if (!linked || !isVisible(caller, visit)) throw notFound('visit', visit.id);
}
