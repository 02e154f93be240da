import { WORK_ORDER_OPENED } from '@firstfix/contract/orders/events';
import { type Id, newId } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import { insertOrder, insertOrders } from '../store.ts';
import { topicsOf } from '../topics.ts';
import type { Place, Work, WorkOrder } from '../work-order.ts';
import { startResponse } from './order-clocks.ts';

export interface NewWorkOrder {
  readonly id?: Id;
  readonly requestId: Id | null;
  readonly customerId: Id;
  readonly householdId: Id;
  readonly applianceId: Id | null;
  readonly territoryId: Id;
  readonly ownerId: Id;
  readonly reworkOf: Id | null;
  readonly work: Work;
  readonly place: Place;
}

/** Opens an order; its response clock runs from now. */
export async function openWorkOrder(tx: Tx, given: NewWorkOrder): Promise<WorkOrder> {
  const order = await insertOrder(
    tx,
    { ...BLANK_ORDER, ...given, id: given.id ?? newId(), openedAt: tx.now },
    dayOf(tx),
    {
      kind: 'opened',
      facts: { workType: given.work.workType, reworkOf: given.reworkOf },
    },
  );
  tellOpened(tx, order);
  return order;
}

/** Opens many orders at once, as an import does: all or none of them. */
export async function openWorkOrders(tx: Tx, given: readonly NewWorkOrder[]): Promise<WorkOrder[]> {
  const orders = await insertOrders(
    tx,
    given.map((one) => ({ ...BLANK_ORDER, ...one, id: one.id ?? newId(), openedAt: tx.now })),
    dayOf(tx),
    ({ work, reworkOf }) => ({ kind: 'opened', facts: { workType: work.workType, reworkOf } }),
  );
  for (const order of orders) tellOpened(tx, order);
  return orders;
}

function tellOpened(tx: Tx, order: WorkOrder): void {
  startResponse(tx, order);
  tx.emit(WORK_ORDER_OPENED, orderFacts(order, tx.now), topicsOf(order));
}

/** The part of the number people see that says the day: 261121. */
function dayOf(tx: Tx): string {
  return localDateOf(tx.now, DEFAULT_ZONE).slice(2).replaceAll('-', '');
}

/** What every new order starts with. */
export const BLANK_ORDER = {
  state: 'open',
  hold: null,
  holdReason: null,
  outletId: null,
  engineerId: null,
  visitId: null,
  visitCount: 0,
  arrivalWindow: null,
  urgeCount: 0,
  completedAt: null,
  closedAt: null,
  version: 1,
} as const;
