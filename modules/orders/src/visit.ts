import { ILLEGAL_TRANSITION } from '@firstfix/contract/orders/endpoints';
import {
  legalVisitStates,
  VISIT_ACTIONS,
  type VisitAction,
  type VisitState,
} from '@firstfix/contract/orders/states';
import { DomainError, type Id, type Instant, type TimeWindow } from '@firstfix/kernel';
import type { Place } from './work-order.ts';

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

/** Moves the visit and dates the change. 409 with the legal states when the action is not possible now. */
export function moveVisit(
  visit: Visit,
  action: VisitAction,
  now: Instant,
  reason: string | null = null,
): Visit {
  const legal = legalVisitStates(action);
  if (!legal.includes(visit.state)) {
    throw new DomainError(
      409,
      ILLEGAL_TRANSITION,
      `The visit is ${visit.state}; ${action} is possible while it is ${legal.join(', ')}.`,
      { extra: { state: visit.state, legalStates: legal } },
    );
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
  throw new DomainError(
    409,
    ILLEGAL_TRANSITION,
    'No arrival window is agreed yet: agree on one with the customer, then set out.',
  );
}

/** Whether a visit planned so still keeps the window: its start lies in it. */
export function fitsWindow(planned: TimeWindow, arrivalWindow: TimeWindow): boolean {
  return planned.start >= arrivalWindow.start && planned.start <= arrivalWindow.end;
}
