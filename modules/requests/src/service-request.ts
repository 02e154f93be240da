import { refusal } from '@firstfix/contract/refusal';
import { ILLEGAL_REQUEST_ACTION, NO_HAND_OVER } from '@firstfix/contract/requests/endpoints';
import {
  legalRequestStates,
  type RequestAction,
  type RequestChannel,
  type RequestState,
} from '@firstfix/contract/requests/states';
import type { Id, Instant, TimeWindow } from '@firstfix/kernel';
import type { Place } from '@firstfix/orders';
import type { Triage } from './triage.ts';

/** One of the things asked for; becomes one work order. */
export interface RequestItem {
  readonly position: number;
  readonly workType: string;
  readonly category: string;
  readonly applianceId: Id | null;
  readonly productModelId: Id | null;
  /** As told; the engineer scans the real one. */
  readonly serialNumber: string | null;
  readonly triage: Triage;
  readonly workOrderId: Id | null;
}

/** One contact asking for one or more things. */
export interface ServiceRequest {
  readonly id: Id;
  readonly number: string;
  readonly source: string;
  readonly externalId: string | null;
  readonly channel: RequestChannel;
  readonly state: RequestState;
  readonly customerId: Id;
  readonly householdId: Id;
  readonly territoryId: Id;
  /** The outlet that filed it. */
  readonly outletId: Id | null;
  readonly ownerId: Id;
  readonly offeredOwnerId: Id | null;
  readonly words: string;
  readonly hazard: boolean;
  readonly urgent: boolean;
  readonly photos: readonly string[];
  readonly wishedWindows: readonly TimeWindow[];
  readonly suspectedDuplicateOf: readonly Id[];
  readonly place: Place;
  readonly items: readonly RequestItem[];
  readonly registeredAt: Instant;
  readonly triagedAt: Instant | null;
  readonly advice: string | null;
  readonly advisedAt: Instant | null;
  /** By when the request itself needs somebody; null once its orders carry it, or it has ended. */
  readonly dueAt: Instant | null;
  readonly cancelReason: string | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** 409 that says which states allow the action. */
export function mustAllow(request: ServiceRequest, action: RequestAction): void {
  const legalStates = legalRequestStates(action);
  if (legalStates.includes(request.state)) return;
  const facts = { state: request.state, legalStates };
  throw refusal(409, ILLEGAL_REQUEST_ACTION, { number: request.number, ...facts }, { extra: facts });
}

/** Known what is wanted: every item has its order. */
export function triaged(request: ServiceRequest, now: Instant, orderIds: readonly Id[]): ServiceRequest {
  const items = request.items.map((item, index) => ({ ...item, workOrderId: orderIds[index] ?? null }));
  return { ...request, state: 'triaged', items, triagedAt: request.triagedAt ?? now, dueAt: null };
}

export function solveRemotely(
  request: ServiceRequest,
  advice: string,
  now: Instant,
  callBackDueAt: Instant,
): ServiceRequest {
  mustAllow(request, 'solveRemotely');
  return { ...request, state: 'awaiting_call_back', advice, advisedAt: now, dueAt: callBackDueAt };
}

/** The advice helped. */
export function close(request: ServiceRequest, now: Instant): ServiceRequest {
  return { ...request, state: 'closed', dueAt: null, closedAt: now, offeredOwnerId: null };
}

export function cancel(request: ServiceRequest, reason: string, now: Instant): ServiceRequest {
  mustAllow(request, 'cancel');
  return {
    ...request,
    state: 'cancelled',
    cancelReason: reason,
    dueAt: null,
    closedAt: now,
    offeredOwnerId: null,
  };
}

export function offerOwnership(request: ServiceRequest, toUserId: Id): ServiceRequest {
  mustAllow(request, 'handOver');
  return { ...request, offeredOwnerId: toUserId };
}

/** Only the person asked takes it over, and only then the owner changes. */
export function acceptOwnership(request: ServiceRequest, userId: Id): ServiceRequest {
  mustAllow(request, 'handOver');
  if (request.offeredOwnerId !== userId) {
    throw refusal(409, NO_HAND_OVER, { number: request.number });
  }
  return { ...request, ownerId: userId, offeredOwnerId: null };
}

/** The same need told again from outside, before anybody looked at it: the newer words count. */
export function retell(request: ServiceRequest, words: string, hazard: boolean): ServiceRequest {
  return { ...request, words, hazard };
}

export function orderIdsOf(request: ServiceRequest): Id[] {
  return request.items.flatMap(({ workOrderId }) => (workOrderId === null ? [] : [workOrderId]));
}
