import { type Id, notFound } from '@firstfix/kernel';
import { isVisible, type Visit } from '@firstfix/orders';
import type { Caller } from '@firstfix/platform';

/** 404 for a visit outside the caller's rows. */
export function mustSeeVisit(caller: Caller, visit: Visit): void {
  const linked = caller.onlyWorkOrderId === null || visit.workOrderIds.includes(caller.onlyWorkOrderId);
  if (!linked || !isVisible(caller, visit)) throw notFound('visit', visit.id);
}

/** A link opens its one order, not the others of the visit. */
export function mustSeeJob(caller: Caller, workOrderId: Id): void {
  if (caller.onlyWorkOrderId !== null && caller.onlyWorkOrderId !== workOrderId) {
    throw notFound('work order', workOrderId);
  }
}

/** Signs of doubt are for the company's people, not for those they are about. */
export function mayReadFlags({ role }: Caller): boolean {
  return role !== 'customer' && role !== 'engineer';
}
