import type { Id } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { insertPastClocks, insertRows, type Tx } from '@firstfix/platform';
import { wholeColumns, wholeVisitColumns } from '../store.ts';
import type { WorkOrder } from '../work-order.ts';
import type { PastWorkOrder } from './past-work-order.ts';
import { relive } from './relive.ts';

/** Writes orders with their visits, journeys and clocks as their stories left them; answers the orders. */
export async function seedPastOrders(tx: Tx, stories: readonly PastWorkOrder[]): Promise<Map<Id, WorkOrder>> {
  const lives = stories.map(relive);
  const orders = new Map<Id, WorkOrder>();
  for (const { order } of lives) {
    const day = localDateOf(order.openedAt, DEFAULT_ZONE).slice(2).replaceAll('-', '');
    const sequence = String(await tx.nextNumber('orders.number_seq')).padStart(6, '0');
    orders.set(order.id, { ...order, number: `${day}${sequence}` });
  }
  const rows = lives.map(({ order, entries }) => {
    const head = entries.at(-1);
    return {
      ...wholeColumns(order),
      number: orders.get(order.id)?.number,
      journey_seq: head?.seq,
      journey_hash: head?.hash,
    };
  });
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
      lives.flatMap(({ visits }) => visits.map(wholeVisitColumns)),
    ),
    insertPastClocks(
      tx,
      lives.flatMap(({ clocks }) => clocks),
    ),
  ]);
  return orders;
}
