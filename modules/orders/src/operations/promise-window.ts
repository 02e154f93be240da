import { WINDOW_NOT_AHEAD } from '@firstfix/contract/orders/endpoints';
import { WINDOW_PROMISED } from '@firstfix/contract/orders/events';
import { fieldError, refusal } from '@firstfix/contract/refusal';
import { type Id, type TimeWindow, toRfc3339 } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import { topicsOf } from '../topics.ts';
import { promiseWindow as promise, type WorkOrder } from '../work-order.ts';
import { keepPromise } from './order-clocks.ts';

/** Promises the customer a window: from now on that promise is a clock. */
export async function promiseWindow(tx: Tx, id: Id, arrivalWindow: TimeWindow): Promise<WorkOrder> {
  mustLieAhead(tx, arrivalWindow);
  const found = await lockOrder(tx, id);
  const order = saveOrder(tx, found, promise(found.order, arrivalWindow), {
    kind: 'window_promised',
    facts: windowFacts(arrivalWindow),
  });
  await keepPromise(tx, order);
  tellWindow(tx, order, arrivalWindow);
  return order;
}

export function mustLieAhead(tx: Tx, window: TimeWindow): void {
  if (window.start < window.end && window.end > tx.now) return;
  throw refusal(422, WINDOW_NOT_AHEAD, {}, { errors: [fieldError('/arrivalWindow', 'window')] });
}

export function tellWindow(tx: Tx, order: WorkOrder, window: TimeWindow): void {
  const facts = { ...orderFacts(order, tx.now), ...windowFacts(window), engineerId: order.engineerId };
  tx.emit(WINDOW_PROMISED, facts, topicsOf(order));
}

export function windowFacts(window: TimeWindow) {
  return { start: toRfc3339(window.start), end: toRfc3339(window.end) };
}
