import { type Id, notFound } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { ServiceRequest } from './service-request.ts';

/** The columns by which a request belongs to somebody. */
interface Owned {
  readonly customerId: Id;
  readonly outletId: Id | null;
  readonly territoryId: Id;
}

/** Whether a request lies in the caller's scope for this operation; outlets see what they filed. */
export function isVisible(caller: Caller, row: Owned): boolean {
  // a link opens one order, not what was asked for around it
  if (caller.onlyWorkOrderId !== null) return false;
  switch (caller.scope) {
    case 'all':
      return true;
    case 'territory':
      return caller.territoryIds.includes(row.territoryId);
    case 'outlet':
      return caller.outletId !== null && row.outletId === caller.outletId;
    case 'own':
      return caller.ownId !== null && row.customerId === caller.ownId;
  }
}

/** 404 for a request outside the caller's rows. */
export function mustSeeRequest(caller: Caller, request: ServiceRequest): void {
  if (!isVisible(caller, request)) throw notFound('service request', request.id);
}
