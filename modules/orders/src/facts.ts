import { type Instant, toRfc3339 } from '@firstfix/kernel';
import type { Visit } from './visit.ts';
import type { WorkOrder } from './work-order.ts';

/** The references every event of an order carries. */
export function orderFacts(order: WorkOrder, now: Instant) {
  return {
    workOrderId: order.id,
    customerId: order.customerId,
    territoryId: order.territoryId,
    at: toRfc3339(now),
  };
}

/** The references every event of a visit carries. */
export function visitFacts(visit: Visit, now: Instant) {
  return {
    visitId: visit.id,
    workOrderIds: [...visit.workOrderIds],
    engineerId: visit.engineerId,
    outletId: visit.outletId,
    territoryId: visit.territoryId,
    at: toRfc3339(now),
  };
}
