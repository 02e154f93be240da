import { ILLEGAL_TRANSITION } from '@firstfix/contract/orders/endpoints';
import {
  legalVisitStates,
  VISIT_ACTIONS,
  type VisitAction,
  type VisitState,
} from '@firstfix/contract/orders/states';
import { refusal } from '@firstfix/contract/refusal';
import type { Id, Instant, TimeWindow } from '@firstfix/kernel';
import type { Place, WorkOrder } from './work-order.ts';

type VisitedOrder = Pick<WorkOrder, 'id' | 'visitCount' | 'customerId' | 'territoryId' | 'place'>;

/** One stop at one address by one engineer, for one or more orders of the household. */
export interface Visit {
  readonly id: Id;
  readonly sequence: number;
  readonly state: VisitState;
  readonly workOrderIds: readonly Id[];
  readonly customerId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly place: Place;
  readonly planned: TimeWindow;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly beganAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  readonly version: number;
}

/** A visit for orders of one household, still to be taken by its engineer. */
export function planVisit(
  orders: readonly VisitedOrder[],
  given: Pick<Visit, 'engineerId' | 'outletId' | 'planned'> & { readonly visitId: Id },
): Visit {
  const [first] = orders;
  if (!first) throw new RangeError('a visit needs at least one order');
  return {
    id: given.visitId,
    sequence: Math.max(...orders.map(({ visitCount }) => visitCount)) + 1,
    state: 'planned',
    workOrderIds: orders.map(({ id }) => id),
    customerId: first.customerId,
    engineerId: given.engineerId,
    outletId: given.outletId,
    territoryId: first.territoryId,
    place: first.place,
    planned: given.planned,
    departedAt: null,
    arrivedAt: null,
    beganAt: null,
    endedAt: null,
    endReason: null,
    version: 1,
  };
}

/** Moves the visit and dates the change. 409 with the legal states when the action is not possible now. */
export function moveVisit(
  visit: Visit,
  action: VisitAction,
  now: Instant,
  reason: string | null = null,
): Visit {
  const legal = legalVisitStates(action);
  if (!legal.includes(visit.state)) {
    const facts = { state: visit.state, legalStates: legal };
    throw refusal(409, `${ILLEGAL_TRANSITION}/visit`, facts, { extra: facts });
  }
  return { ...visit, state: VISIT_ACTIONS[action].to, ...datesOf(action, now, reason) };
}

function datesOf(action: VisitAction, now: Instant, reason: string | null): Partial<Visit> {
  switch (action) {
    case 'accept':
      return {};
    case 'depart':
      return { departedAt: now };
    case 'arrive':
      return { arrivedAt: now };
    case 'begin':
      return { beganAt: now };
    default:
      return { endedAt: now, endReason: reason };
  }
}

/** Nobody sets out without a promise: en_route needs the engineer and the window. */
export function mustBePromised(arrivalWindow: TimeWindow | null): void {
  if (arrivalWindow !== null) return;
  throw refusal(409, `${ILLEGAL_TRANSITION}/no_window`);
}

/** Whether a visit planned so still keeps the window: its start lies in it. */
export function fitsWindow(planned: TimeWindow, arrivalWindow: TimeWindow): boolean {
  return planned.start >= arrivalWindow.start && planned.start <= arrivalWindow.end;
}
