import type { OrderClock } from '@firstfix/contract/orders/states';
import { type Instant, SECOND } from '@firstfix/kernel';
import { retargetClock, startClock, stopClock, type Tx } from '@firstfix/platform';
import { dueAt, type WorkOrder } from '../work-order.ts';

/** SLA clocks of an order: response from opening, promise from the agreed window, on_site from arrival. */

export function startResponse(tx: Tx, order: WorkOrder): void {
  startClock(tx, clockOf(order, 'response', dueAt(order), 'role:dispatcher'));
}

/** A promised window replaces the response limit; a new window moves the promise. */
export async function keepPromise(tx: Tx, order: WorkOrder): Promise<void> {
  const owner = order.engineerId === null ? 'role:dispatcher' : `engineer:${order.engineerId}`;
  await retargetClock(tx, clockOf(order, 'promise', dueAt(order), owner));
  stopClock(tx, order.id, 'response');
}

/** Somebody is there: what was counting until arrival stops, the time on site starts. */
export function startOnSite(tx: Tx, order: WorkOrder): void {
  stopClock(tx, order.id, 'response');
  stopClock(tx, order.id, 'promise');
  const dueAtLimit = tx.now + order.work.limitSeconds * SECOND;
  startClock(tx, clockOf(order, 'on_site', dueAtLimit, `engineer:${order.engineerId}`));
}

export function stopOnSite(tx: Tx, order: WorkOrder): void {
  stopClock(tx, order.id, 'on_site');
}

export function stopAllClocks(tx: Tx, order: WorkOrder): void {
  for (const kind of ['response', 'promise', 'on_site', 'parts'] satisfies OrderClock[])
    stopClock(tx, order.id, kind);
}

function clockOf(order: WorkOrder, kind: OrderClock, due: Instant, owner: string) {
  return {
    kind,
    subjectType: 'work-order',
    subjectId: order.id,
    territoryId: order.territoryId,
    owner,
    dueAt: due,
  };
}
