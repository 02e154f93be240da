import { type Instant, toRfc3339 } from '@firstfix/kernel';
import type { ServiceRequest } from './service-request.ts';

/** The references every event of a request carries. */
export function requestFacts(request: ServiceRequest, now: Instant) {
  return {
    requestId: request.id,
    customerId: request.customerId,
    householdId: request.householdId,
    territoryId: request.territoryId,
    channel: request.channel,
    at: toRfc3339(now),
  };
}

/** Screens that should look again when this request changed. */
export function topicsOf(request: ServiceRequest): string[] {
  return [`service-request:${request.id}`, `territory:${request.territoryId}`];
}
