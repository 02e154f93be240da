import type { RequestClock } from '@firstfix/contract/requests/states';
import { startClock, stopClock, type Tx } from '@firstfix/platform';
import type { ServiceRequest } from '../service-request.ts';

/** SLA clocks of a request: `triage` until somebody looks at it, `callback` until the customer was asked. */

/** Runs until the request's `dueAt`; its owner is warned. */
export function startRequestClock(tx: Tx, request: ServiceRequest, kind: RequestClock): void {
  if (request.dueAt === null) throw new RangeError(`request ${request.number} is not due for anything`);
  startClock(tx, {
    kind,
    subjectType: 'service-request',
    subjectId: request.id,
    territoryId: request.territoryId,
    owner: `user:${request.ownerId}`,
    dueAt: request.dueAt,
  });
}

export function stopRequestClock(tx: Tx, request: ServiceRequest, kind: RequestClock): void {
  stopClock(tx, request.id, kind);
}
