import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { countWorkOrders as endpoint } from '@firstfix/contract/orders/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { at, type Caller } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import type { OrdersDb } from '../store/orders-db.ts';
import { visibleOrders } from './visible.ts';

/**
 * Counts by state and hold. People with many rows read the folded changes of `state_count` (whole UTC days of
 * opening); customers, engineers and outlets, who have few, count their rows.
 */
export async function countWorkOrders(
  db: OrdersDb,
  caller: Caller,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const few = caller.scope === 'own' || caller.scope === 'outlet' || query.outletId !== undefined;
  const counts = few ? await countRows(db, caller, query) : await sumChanges(db, caller, query);
  return { byState: tally(counts, ({ state }) => state), byHold: tally(counts, ({ hold }) => hold) };
}

interface Count {
  readonly state: string;
  readonly hold: string | null;
  readonly count: number;
}

function countRows(db: OrdersDb, caller: Caller, query: QueryOf<typeof endpoint>): Promise<Count[]> {
  let rows = db.selectFrom('orders.work_order').where(visibleOrders(caller));
  if (query.territoryId) rows = rows.where('territory_id', '=', query.territoryId);
  if (query.outletId) rows = rows.where('outlet_id', '=', query.outletId);
  if (query.openedFrom) rows = rows.where('opened_at', '>=', at(parseInstant(query.openedFrom)));
  if (query.openedTo) rows = rows.where('opened_at', '<', at(parseInstant(query.openedTo)));
  return rows
    .select(['state', 'hold', sql<number>`count(*)::int`.as('count')])
    .groupBy(['state', 'hold'])
    .execute();
}

function sumChanges(db: OrdersDb, caller: Caller, query: QueryOf<typeof endpoint>): Promise<Count[]> {
  let rows = db.selectFrom('orders.state_count');
  if (caller.scope === 'territory') {
    rows = rows.where(sql<SqlBool>`territory_id = any(${[...caller.territoryIds]}::uuid[])`);
  }
  if (query.territoryId) rows = rows.where('territory_id', '=', query.territoryId);
  if (query.openedFrom) rows = rows.where('opened_on', '>=', query.openedFrom.slice(0, 10));
  if (query.openedTo) rows = rows.where('opened_on', '<=', query.openedTo.slice(0, 10));
  return rows
    .select(['state', 'hold', sql<number>`sum(change)::int`.as('count')])
    .groupBy(['state', 'hold'])
    .having(sql<SqlBool>`sum(change) <> 0`)
    .execute();
}

function tally(counts: readonly Count[], keyOf: (count: Count) => string | null): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const count of counts) {
    const key = keyOf(count);
    if (key !== null) sums[key] = (sums[key] ?? 0) + count.count;
  }
  return sums;
}
