import { VISIT_ENDED_UNFINISHED } from '@firstfix/contract/orders/events';
import type { Id, TimeWindow } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { visitFacts } from '../facts.ts';
import { mustSeeOrder } from '../policy.ts';
import { lockOrder, lockVisit } from '../store/locks.ts';
import { saveOrder, saveVisit } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { fitsWindow, moveVisit } from '../visit.ts';
import { reschedule, unassign, type WorkOrder } from '../work-order.ts';
import { keepPromise } from './order-clocks.ts';
import { mustLieAhead, tellWindow, windowFacts } from './promise-window.ts';

interface Change {
  readonly arrivalWindow: TimeWindow;
  readonly reason: string;
  readonly ifMatch?: number | undefined;
}

/**
 * Agrees on another window. The engineer keeps the visit when its planned start lies in the new window;
 * otherwise the visit is cancelled and the order waits for a new assignment.
 */
export async function rescheduleVisit(tx: Tx, caller: Caller, id: Id, change: Change): Promise<WorkOrder> {
  mustLieAhead(tx, change.arrivalWindow);
  const found = await lockOrder(tx, id);
  mustSeeOrder(caller, found.order);
  checkVersion(found.order.version, change.ifMatch);
  const moved = reschedule(found.order, change.arrivalWindow);
  const kept = await keepOrCancelVisit(tx, moved, change);
  const order = saveOrder(tx, found, kept, {
    kind: 'rescheduled',
    facts: { ...windowFacts(change.arrivalWindow), reason: change.reason },
  });
  await keepPromise(tx, order);
  tellWindow(tx, order, change.arrivalWindow);
  return order;
}

async function keepOrCancelVisit(tx: Tx, order: WorkOrder, change: Change): Promise<WorkOrder> {
  if (order.visitId === null) return order;
  const { visit } = await lockVisit(tx, order.visitId);
  if (fitsWindow(visit.planned, change.arrivalWindow)) return order;
  const cancelled = saveVisit(tx, moveVisit(visit, 'cancel', tx.now, 'rescheduled'));
  const facts = { ...visitFacts(cancelled, tx.now), how: 'cancelled', reason: 'rescheduled' };
  tx.emit(VISIT_ENDED_UNFINISHED, facts, topicsOf(order));
  return unassign(order);
}
