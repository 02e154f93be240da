import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';

/** A link opens its one order, not the others of the visit. */
export function mustSeeJob(caller: Caller, workOrderId: Id): void {
  if (caller.onlyWorkOrderId !== null && caller.onlyWorkOrderId !== workOrderId) {
    throw notFound('work_order', workOrderId);
  }
}

/** Signs of doubt are for the company's people, not for those they are about. */
export function mayReadFlags({ role }: Caller): boolean {
  return role !== 'customer' && role !== 'engineer';
}
