import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Visit } from '@firstfix/orders';
import { asReader, type Caller, isInScope } from '@firstfix/platform';

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

/** Whether news of a visit's way concern the caller; a link follows the visits of its one order. */
export function mayFollow(caller: Caller, visit: Visit): boolean {
  const linked = caller.onlyWorkOrderId === null || visit.workOrderIds.includes(caller.onlyWorkOrderId);
  return linked && isInScope(asReader(caller), visit);
}

/** Whoever may list positions of a whole territory. */
export function mayFollowTerritory({ role, territoryIds }: Caller, territoryId: Id): boolean {
  return role === 'director' || (role === 'dispatcher' && territoryIds.includes(territoryId));
}
