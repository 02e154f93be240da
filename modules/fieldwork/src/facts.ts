import { type Id, toRfc3339 } from '@firstfix/kernel';
import type { Visit } from '@firstfix/orders';

/** The references every event of a job carries. `at` is when we heard of it. */
export function jobFacts(visit: Visit, workOrderId: Id, now: number) {
  return {
    visitId: visit.id,
    workOrderId,
    customerId: visit.customerId,
    engineerId: visit.engineerId,
    outletId: visit.outletId,
    territoryId: visit.territoryId,
    at: toRfc3339(now),
  };
}

/** Screens that should look again when a job changed. */
export function topicsOf(visit: Visit, workOrderId: Id): string[] {
  return [`work-order:${workOrderId}`, `engineer:${visit.engineerId}`];
}
