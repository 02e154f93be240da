import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { type Caller, isInScope } from '@firstfix/platform';
import type { ServiceRequest } from './service-request.ts';

/** The columns by which a request belongs to somebody; outlets see what they filed, engineers none. */
interface Owned {
  readonly customerId: Id;
  readonly outletId: Id | null;
  readonly territoryId: Id;
}

/** Whether a request is the caller's to see. A link opens one order, not what was asked for around it. */
export function isVisible(caller: Caller, row: Owned): boolean {
  return caller.onlyWorkOrderId === null && isInScope(caller, { ...row, engineerId: null });
}

/** 404 for a request outside the caller's rows. */
export function mustSeeRequest(caller: Caller, request: ServiceRequest): void {
  if (!isVisible(caller, request)) throw notFound('service_request', request.id);
}
