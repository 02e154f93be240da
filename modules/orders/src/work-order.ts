import { ILLEGAL_TRANSITION, NOBODY_ASSIGNED } from '@firstfix/contract/orders/endpoints';
import type { Cover } from '@firstfix/contract/orders/schemas';
import {
  type Hold,
  legalStates,
  type WorkOrderAction,
  type WorkOrderState,
  workOrderCan,
} from '@firstfix/contract/orders/states';
import { refusal } from '@firstfix/contract/refusal';
import { type Id, type Instant, type Point, SECOND, type TimeWindow } from '@firstfix/kernel';

/** What has to be done, as triage understood it. */
export interface Work {
  readonly workType: string;
  readonly category: string;
  readonly productModelId: Id | null;
  readonly symptomCode: string | null;
  readonly difficulty: number;
  readonly standardSeconds: number;
  readonly limitSeconds: number;
  readonly responseSeconds: number;
  readonly priority: number;
  readonly skills: readonly string[];
  readonly cover: Cover;
  readonly description: string;
}

export interface Place {
  readonly point: Point;
  readonly districtCode: string;
  readonly community: string;
}

/** One job on one appliance. Its states and their legal changes are data in the contract. */
export interface WorkOrder {
  readonly id: Id;
  readonly number: string;
  readonly state: WorkOrderState;
  readonly hold: Hold | null;
  readonly holdReason: string | null;
  readonly requestId: Id | null;
  readonly customerId: Id;
  readonly householdId: Id;
  readonly applianceId: Id | null;
  readonly territoryId: Id;
  readonly outletId: Id | null;
  readonly engineerId: Id | null;
  readonly ownerId: Id;
  readonly visitId: Id | null;
  readonly visitCount: number;
  readonly reworkOf: Id | null;
  readonly work: Work;
  readonly place: Place;
  readonly arrivalWindow: TimeWindow | null;
  readonly urgeCount: number;
  readonly openedAt: Instant;
  readonly completedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** 409 that says which states allow the action. */
function mustAllow(order: WorkOrder, action: WorkOrderAction): void {
  if (workOrderCan.do(action, order.state)) return;
  const facts = { state: order.state, legalStates: legalStates(action) };
  throw refusal(409, ILLEGAL_TRANSITION, { number: order.number, ...facts }, { extra: facts });
}

/** The state of an order that nobody is on the way for: by whether somebody is assigned and a window promised. */
export function restingState(order: Pick<WorkOrder, 'engineerId' | 'arrivalWindow'>): WorkOrderState {
  if (order.engineerId !== null) return order.arrivalWindow === null ? 'assigned' : 'scheduled';
  return order.arrivalWindow === null ? 'open' : 'scheduled';
}

export function promiseWindow(order: WorkOrder, arrivalWindow: TimeWindow): WorkOrder {
  mustAllow(order, 'promiseWindow');
  return rest({ ...order, arrivalWindow });
}

export function reschedule(order: WorkOrder, arrivalWindow: TimeWindow): WorkOrder {
  mustAllow(order, 'reschedule');
  return rest({ ...order, arrivalWindow });
}

export interface Assignee {
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly visitId: Id;
}

/** Assigning again moves the order to another visit. */
export function assign(order: WorkOrder, assignee: Assignee): WorkOrder {
  mustAllow(order, 'assign');
  return rest({ ...order, ...assignee, visitCount: order.visitCount + 1, hold: null, holdReason: null });
}

/** The visit dispatch may take back. 409 when it is too late, or nobody has the order. */
export function visitToTakeBack(order: WorkOrder): Id {
  mustAllow(order, 'unassign');
  if (order.visitId !== null) return order.visitId;
  throw refusal(409, NOBODY_ASSIGNED, { number: order.number });
}

/** Dispatch takes the assignment back; the promised window stays. */
export function takeBack(order: WorkOrder): WorkOrder {
  visitToTakeBack(order);
  return rest(unassign(order));
}

/** Takes the engineer off; the promised window stays. */
export function unassign(order: WorkOrder): WorkOrder {
  return rest({ ...order, engineerId: null, outletId: null, visitId: null });
}

export function putOnHold(order: WorkOrder, hold: Hold, reason: string): WorkOrder {
  mustAllow(order, 'hold');
  return { ...order, hold, holdReason: reason };
}

export function releaseHold(order: WorkOrder): WorkOrder {
  mustAllow(order, 'releaseHold');
  return { ...order, hold: null, holdReason: null };
}

/** Back from a visit that did not finish: the window is gone, the hold says what the order waits for. */
export function returnUnfinished(order: WorkOrder, hold: Hold | null, reason: string | null): WorkOrder {
  return { ...unassign({ ...order, arrivalWindow: null }), hold, holdReason: reason };
}

export function mirrorVisit(order: WorkOrder, state: 'en_route' | 'on_site' | 'in_service'): WorkOrder {
  return { ...order, state };
}

export function complete(order: WorkOrder, now: Instant): WorkOrder {
  return { ...order, state: 'completed', completedAt: now, hold: null, holdReason: null };
}

export function confirm(order: WorkOrder): WorkOrder {
  mustAllow(order, 'confirm');
  return { ...order, state: 'confirmed' };
}

export function close(order: WorkOrder, now: Instant): WorkOrder {
  mustAllow(order, 'close');
  return { ...order, state: 'closed', closedAt: now };
}

export function cancel(order: WorkOrder, now: Instant): WorkOrder {
  mustAllow(order, 'cancel');
  return { ...order, state: 'cancelled', closedAt: now, hold: null, holdReason: null };
}

/** Not closed yet: somebody still has to ask the customer whether the advice helped. */
export function solveRemotely(order: WorkOrder): WorkOrder {
  mustAllow(order, 'solveRemotely');
  return { ...order, state: 'solved_remotely', hold: null, holdReason: null };
}

/** The advice helped: nothing is left to do, and nobody is paid for a visit there was not. */
export function settleRemoteSolution(order: WorkOrder, now: Instant): WorkOrder {
  mustAllow(order, 'settleRemoteSolution');
  return { ...order, closedAt: now };
}

export function reopen(order: WorkOrder): WorkOrder {
  mustAllow(order, 'reopen');
  return { ...order, state: 'open', closedAt: null };
}

export function urge(order: WorkOrder): WorkOrder {
  mustAllow(order, 'urge');
  return { ...order, urgeCount: order.urgeCount + 1 };
}

export function offer(order: WorkOrder): WorkOrder {
  mustAllow(order, 'offer');
  return { ...order, state: 'offered' };
}

export function withdrawOffer(order: WorkOrder): WorkOrder {
  mustAllow(order, 'withdrawOffer');
  return rest(order);
}

function rest(order: WorkOrder): WorkOrder {
  return { ...order, state: restingState(order) };
}

/** When the order is due: the promised window's end, else its response limit. */
export function dueAt(order: Omit<WorkOrder, 'number'>): Instant {
  return order.arrivalWindow?.end ?? order.openedAt + order.work.responseSeconds * SECOND;
}

/** What has to happen next and whose turn it is: never empty, so that no order is forgotten. */
export function nextStep(order: Omit<WorkOrder, 'number'>): { action: string; by: string } {
  if (order.closedAt !== null) return NOTHING;
  if (order.hold !== null) return HOLD_STEPS[order.hold];
  if (order.state === 'scheduled' && order.engineerId === null) return { action: 'assign', by: 'dispatcher' };
  return STATE_STEPS[order.state];
}

const NOTHING = { action: 'none', by: 'nobody' };

const HOLD_STEPS: Readonly<Record<Hold, { action: string; by: string }>> = {
  awaiting_parts: { action: 'deliver_part', by: 'parts_planner' },
  awaiting_customer: { action: 'reach_customer', by: 'agent' },
  awaiting_support: { action: 'give_support', by: 'support' },
};

const STATE_STEPS: Readonly<Record<WorkOrderState, { action: string; by: string }>> = {
  draft: { action: 'open', by: 'agent' },
  open: { action: 'promise_window', by: 'dispatcher' },
  offered: { action: 'claim', by: 'engineer' },
  assigned: { action: 'appoint', by: 'engineer' },
  scheduled: { action: 'depart', by: 'engineer' },
  en_route: { action: 'arrive', by: 'engineer' },
  on_site: { action: 'begin', by: 'engineer' },
  in_service: { action: 'finish', by: 'engineer' },
  completed: { action: 'confirm', by: 'customer' },
  confirmed: { action: 'rate', by: 'customer' },
  closed: NOTHING,
  solved_remotely: { action: 'call_back', by: 'agent' },
  cancelled: NOTHING,
};
