import { REQUEST_TRIAGED } from '@firstfix/contract/requests/events';
import { type Id, newId } from '@firstfix/kernel';
import type { NewWorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { requestFacts, topicsOf } from '../facts.ts';
import type { RequestItem, ServiceRequest } from '../service-request.ts';

/** The orders a request's items become; their ids are made here, so that both can be written at once. */
export function ordersOf(request: Omit<ServiceRequest, 'number'>): (NewWorkOrder & { id: Id })[] {
  return request.items.map((item) => ({
    id: newId(),
    requestId: request.id,
    customerId: request.customerId,
    householdId: request.householdId,
    applianceId: item.applianceId,
    territoryId: request.territoryId,
    ownerId: request.ownerId,
    reworkOf: null,
    work: workOf(item, request.words),
    place: request.place,
  }));
}

function workOf({ triage, ...item }: RequestItem, words: string): NewWorkOrder['work'] {
  return {
    workType: item.workType,
    category: item.category,
    productModelId: item.productModelId,
    symptomCode: triage.symptomCode,
    difficulty: triage.difficulty,
    standardSeconds: triage.standardSeconds,
    limitSeconds: triage.limitSeconds,
    responseSeconds: triage.responseSeconds,
    priority: triage.priority,
    skills: triage.skills,
    cover: triage.cover,
    description: words,
  };
}

/** Tells it, and lets whoever works on an order see the photos. */
export function tellTriaged(tx: Tx, request: ServiceRequest, workOrderIds: Id[]): void {
  for (const hash of request.photos) for (const id of workOrderIds) tx.linkMedia(hash, 'work-order', id);
  tx.emit(REQUEST_TRIAGED, { ...requestFacts(request, tx.now), workOrderIds }, topicsOf(request));
}
