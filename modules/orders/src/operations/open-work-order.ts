import { WORK_ORDER_OPENED } from '@firstfix/contract/orders/events';
import { type Id, type Instant, newId } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { orderFacts } from '../facts.ts';
import type { JourneyFact } from '../journey-store.ts';
import { insertOrder, insertOrders } from '../store/saves.ts';
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
  const order = await newOrder(tx, given, dayOf(tx.now));
  insertOrder(tx, order, openedFact(order));
  tellOpened(tx, order);
  return order;
}

/** Opens many orders at once, as an import does: all or none of them. Their numbers follow the order given. */
export async function openWorkOrders(tx: Tx, given: readonly NewWorkOrder[]): Promise<WorkOrder[]> {
  const orders: WorkOrder[] = [];
  const day = dayOf(tx.now);
  for (const one of given) orders.push(await newOrder(tx, one, day));
  insertOrders(tx, orders, openedFact);
  for (const order of orders) tellOpened(tx, order);
  return orders;
}

async function newOrder(tx: Tx, given: NewWorkOrder, day: string): Promise<WorkOrder> {
  const number = await nextOrderNumber(tx, day);
  return { ...BLANK_ORDER, ...given, id: given.id ?? newId(), number, openedAt: tx.now };
}

/** The next number people will see, of the day they see in it. */
export async function nextOrderNumber(tx: Tx, day: string): Promise<string> {
  return `${day}${String(await tx.nextNumber('orders.number_seq')).padStart(6, '0')}`;
}

function openedFact({ work, reworkOf }: WorkOrder): JourneyFact {
  return { kind: 'opened', facts: { workType: work.workType, reworkOf } };
}

function tellOpened(tx: Tx, order: WorkOrder): void {
  startResponse(tx, order);
  tx.emit(WORK_ORDER_OPENED, orderFacts(order, tx.now), topicsOf(order));
}

/** The part of the number people see that says the day: 261121. */
export function dayOf(openedAt: Instant): string {
  return localDateOf(openedAt, DEFAULT_ZONE).slice(2).replaceAll('-', '');
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
