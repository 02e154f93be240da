import { VISIT_ENDED_UNFINISHED } from '@firstfix/contract/orders/events';
import {
  CANNOT_COMPLETE_REASONS,
  type CannotCompleteReason,
  type VisitAction,
} from '@firstfix/contract/orders/states';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { visitFacts } from '../facts.ts';
import { mustSeeVisit } from '../policy.ts';
import { lockVisit } from '../store/locks.ts';
import { saveMove } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { moveVisit, type Visit } from '../visit.ts';
import { complete, restingState, returnUnfinished, unassign, type WorkOrder } from '../work-order.ts';
import { stopAllClocks, stopOnSite } from './order-clocks.ts';

interface Ending {
  readonly action: Extract<VisitAction, 'decline' | 'noShow' | 'cannotComplete'>;
  readonly journey: string;
  readonly how: string;
  readonly reason: string | null;
  readonly order: (order: WorkOrder) => WorkOrder;
  readonly clocks: (tx: Tx, order: WorkOrder) => void;
}

/** The engineer gives the visit back; the promise to the customer stands. */
export function declineVisit(tx: Tx, caller: Caller, visitId: Id, reason: string): Promise<Visit> {
  return end(tx, caller, visitId, {
    action: 'decline',
    journey: 'visit_declined',
    how: 'declined',
    reason,
    order: backToDispatch,
    clocks: () => undefined,
  });
}

/** Nobody came. The broken promise stays on its clock. */
export function markNoShow(tx: Tx, caller: Caller, visitId: Id): Promise<Visit> {
  return end(tx, caller, visitId, {
    action: 'noShow',
    journey: 'nobody_came',
    how: 'no_show',
    reason: null,
    order: backToDispatch,
    clocks: () => undefined,
  });
}

/**
 * The visit ends with the work undone. By the reason the order waits for a part, the customer or support,
 * or, when the customer refused the quote, it is done with the visit fee.
 */
export function endCannotComplete(
  tx: Tx,
  caller: Caller,
  visitId: Id,
  reason: CannotCompleteReason,
): Promise<Visit> {
  const outcome = CANNOT_COMPLETE_REASONS[reason];
  const closes = outcome === 'closes_with_visit_fee';
  return end(tx, caller, visitId, {
    action: 'cannotComplete',
    journey: 'could_not_complete',
    how: 'cannot_complete',
    reason,
    order: (order) => {
      if (closes) return complete(order, tx.now);
      const returned = returnUnfinished(order, outcome, reason);
      return { ...returned, state: restingState(returned) };
    },
    clocks: closes ? stopAllClocks : stopOnSite,
  });
}

function backToDispatch(order: WorkOrder): WorkOrder {
  const free = unassign(order);
  return { ...free, state: restingState(free) };
}

async function end(tx: Tx, caller: Caller, visitId: Id, ending: Ending): Promise<Visit> {
  const found = await lockVisit(tx, visitId);
  mustSeeVisit(caller, found.visit);
  const moved = moveVisit(found.visit, ending.action, tx.now, ending.reason);
  const changes = found.orders.map((one) => ({
    found: one,
    order: ending.order(one.order),
    fact: { kind: ending.journey, facts: { reason: ending.reason } },
  }));
  const { visit, orders } = saveMove(tx, moved, changes);
  for (const order of orders) ending.clocks(tx, order);
  const facts = { ...visitFacts(visit, tx.now), how: ending.how, reason: ending.reason };
  tx.emit(
    VISIT_ENDED_UNFINISHED,
    facts,
    found.orders.flatMap(({ order }) => topicsOf(order)),
  );
  return visit;
}
