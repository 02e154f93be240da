import {
  VISIT_ACCEPTED,
  VISIT_ARRIVED,
  VISIT_BEGAN,
  VISIT_DEPARTED,
  VISIT_FINISHED,
} from '@firstfix/contract/orders/events';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { visitFacts } from '../facts.ts';
import { mustSeeVisit } from '../policy.ts';
import { lockVisit } from '../store/locks.ts';
import { saveMove } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { moveVisit, mustBePromised, type Visit } from '../visit.ts';
import { complete, mirrorVisit, type WorkOrder } from '../work-order.ts';
import { startOnSite, stopOnSite } from './order-clocks.ts';

interface Step {
  readonly action: 'accept' | 'depart' | 'arrive' | 'begin' | 'finish';
  readonly journey: string;
  readonly event: typeof VISIT_FINISHED;
  readonly order: (tx: Tx, order: WorkOrder) => WorkOrder;
  readonly clocks?: (tx: Tx, order: WorkOrder) => void;
}

/** The engineer takes the visit. */
export const acceptVisit = stepOf({
  action: 'accept',
  journey: 'visit_accepted',
  event: VISIT_ACCEPTED,
  order: (_tx, order) => order,
});

/** On the way: needs a promised window. */
export const departVisit = stepOf({
  action: 'depart',
  journey: 'engineer_departed',
  event: VISIT_DEPARTED,
  order: (_tx, order) => {
    mustBePromised(order.arrivalWindow);
    return mirrorVisit(order, 'en_route');
  },
});

/** At the door: promise and response are kept or broken now, the time on site runs. */
export const arriveVisit = stepOf({
  action: 'arrive',
  journey: 'engineer_arrived',
  event: VISIT_ARRIVED,
  order: (_tx, order) => mirrorVisit(order, 'on_site'),
  clocks: startOnSite,
});

/** The work begins; from here on nobody cancels. */
export const beginVisit = stepOf({
  action: 'begin',
  journey: 'work_began',
  event: VISIT_BEGAN,
  order: (_tx, order) => mirrorVisit(order, 'in_service'),
});

/** The work is done; the customer confirms next. */
export const finishVisit = stepOf({
  action: 'finish',
  journey: 'work_finished',
  event: VISIT_FINISHED,
  order: (tx, order) => complete(order, tx.now),
  clocks: stopOnSite,
});

function stepOf(step: Step): (tx: Tx, caller: Caller, visitId: Id) => Promise<Visit> {
  return async (tx, caller, visitId) => {
    const found = await lockVisit(tx, visitId);
    mustSeeVisit(caller, found.visit);
    const moved = moveVisit(found.visit, step.action, tx.now);
    const changes = found.orders.map((one) => ({
      found: one,
      order: step.order(tx, one.order),
      fact: { kind: step.journey },
    }));
    const { visit, orders } = saveMove(tx, moved, changes);
    for (const order of orders) step.clocks?.(tx, order);
    tx.emit(step.event, visitFacts(visit, tx.now), orders.flatMap(topicsOf));
    return visit;
  };
}
