import type { Id } from '@firstfix/kernel';
import { insertPastClocks, insertRows, type Tx } from '@firstfix/platform';
import { EMPTY_JOURNEY, headColumns } from '../journey-store.ts';
import { dayOf, nextOrderNumber } from '../operations/open-work-order.ts';
import { visitColumns } from '../store/visit-rows.ts';
import { openedColumns } from '../store/work-order-rows.ts';
import type { WorkOrder } from '../work-order.ts';
import type { PastWorkOrder } from './past-work-order.ts';
import { relive } from './relive.ts';

/** Writes orders with their visits, journeys and clocks as their stories left them; answers the orders. */
export async function seedPastOrders(tx: Tx, stories: readonly PastWorkOrder[]): Promise<Map<Id, WorkOrder>> {
  const lives = stories.map(relive);
  const orders = new Map<Id, WorkOrder>();
  const rows = [];
  for (const { order, entries } of lives) {
    const number = await nextOrderNumber(tx, dayOf(order.openedAt));
    const numbered = { ...order, number };
    orders.set(order.id, numbered);
    rows.push({ ...openedColumns(numbered), ...headColumns(entries.at(-1) ?? EMPTY_JOURNEY) });
  }
  await insertRows(tx, 'orders.work_order', rows);
  await Promise.all([
    insertRows(
      tx,
      'orders.journey',
      lives.flatMap(({ entries }) => entries),
    ),
    insertRows(
      tx,
      'orders.visit',
      lives.flatMap(({ visits }) => visits.map(visitColumns)),
    ),
    insertPastClocks(
      tx,
      lives.flatMap(({ clocks }) => clocks),
    ),
  ]);
  return orders;
}
