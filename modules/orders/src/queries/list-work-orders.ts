import type { QueryOf } from '@firstfix/contract';
import type { listWorkOrders as endpoint } from '@firstfix/contract/orders/endpoints';
import { parseInstant, toTsquery } from '@firstfix/kernel';
import { at, type Caller, type CursorValues, decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { presentWorkOrder } from '../present.ts';
import type { OrdersDb } from '../store/orders-db.ts';
import { ORDER_COLUMNS, toWorkOrder, type WorkOrderRow } from '../store/work-order-rows.ts';
import type { DB } from '../tables.ts';
import { visibleOrders } from './visible.ts';

export type WorkOrderFilter = Omit<QueryOf<typeof endpoint>, 'cursor' | 'limit'>;

const PAGE = 50;

/** One page in the caller's scope: by due time (open orders only) or newest first. */
export async function listWorkOrders(db: OrdersDb, caller: Caller, query: QueryOf<typeof endpoint>) {
  const { cursor, limit = PAGE, ...filter } = query;
  const rows = await pageOf(db, caller, filter, cursor, limit + 1);
  return toPage(rows, limit, (row) => presentWorkOrder(toWorkOrder(row)), cursorOf(filter));
}

export function cursorOf({ sort = 'due' }: WorkOrderFilter): (row: WorkOrderRow) => CursorValues {
  return (row) => [sort === 'due' ? row.due_at : row.opened_at, row.id];
}

/**
 * Text is looked for among this many rows in the list's own order first. Pairs of characters come in company, so
 * the planner thinks a phrase rarer than it is and would sort every order that holds it; a phrase not found often
 * enough here is rare indeed, and the index on words finds it quickly.
 */
const SCANNED_FIRST = 20_000;

/** `limit` rows after the cursor. */
export async function pageOf(
  db: OrdersDb,
  caller: Caller,
  filter: WorkOrderFilter,
  cursor: string | undefined,
  limit: number,
): Promise<WorkOrderRow[]> {
  const base = db.selectFrom('orders.work_order').select(ORDER_COLUMNS).modifyFront(sql.raw(PLAN_EACH_TIME));
  const rows = narrow(base.where(visibleOrders(caller)), filter);
  const list = sorted(rows, filter, cursor);
  if (filter.text === undefined) return list.limit(limit).execute();
  const number = filter.text.trim();
  if (/^\d{12,16}$/.test(number)) return list.where('number', '=', number).limit(limit).execute();
  const matches = matching(filter.text);
  const near = db
    .with('near', () => list.select('search').limit(SCANNED_FIRST))
    .selectFrom('near')
    .select(ORDER_COLUMNS)
    .where(matches);
  const inOrder =
    filter.sort === 'newest'
      ? near.orderBy('opened_at', 'desc').orderBy('id', 'desc')
      : near.orderBy('due_at').orderBy('id');
  const found = await inOrder.limit(limit).execute();
  return found.length === limit ? found : list.where(matches).limit(limit).execute();
}

type Rows = SelectQueryBuilder<DB, 'orders.work_order', WorkOrderRow>;

function narrow(rows: Rows, filter: WorkOrderFilter): Rows {
  let narrowed = rows;
  if (filter.state) narrowed = narrowed.where(sql<SqlBool>`state = any(${filter.state}::text[])`);
  if (filter.territoryId) narrowed = narrowed.where('territory_id', '=', filter.territoryId);
  if (filter.outletId) narrowed = narrowed.where('outlet_id', '=', filter.outletId);
  if (filter.engineerId) narrowed = narrowed.where('engineer_id', '=', filter.engineerId);
  if (filter.customerId) narrowed = narrowed.where('customer_id', '=', filter.customerId);
  if (filter.workType) narrowed = narrowed.where('work_type', '=', filter.workType);
  if (filter.openedFrom) narrowed = narrowed.where('opened_at', '>=', at(parseInstant(filter.openedFrom)));
  if (filter.openedTo) narrowed = narrowed.where('opened_at', '<', at(parseInstant(filter.openedTo)));
  return narrowed;
}

/** All the terms of the text must be there; a text without any finds nothing. */
function matching(text: string): RawBuilder<SqlBool> {
  const terms = toTsquery(text);
  return terms === '' ? sql<SqlBool>`false` : sql<SqlBool>`search @@ ${terms}::tsquery`;
}

function sorted(rows: Rows, { sort = 'due' }: WorkOrderFilter, cursor: string | undefined): Rows {
  const last = cursor === undefined ? undefined : decodeCursor(cursor, 'time', 'id');
  if (sort === 'due') {
    // as the indexes by due time say it
    const pending = rows.where(sql<SqlBool>`pending`);
    const from = last ? pending.where(sql<SqlBool>`(due_at, id) > (${last[0]}, ${last[1]}::uuid)`) : pending;
    return from.orderBy('due_at').orderBy('id');
  }
  const from = last ? rows.where(sql<SqlBool>`(opened_at, id) < (${last[0]}, ${last[1]}::uuid)`) : rows;
  return from.orderBy('opened_at', 'desc').orderBy('id', 'desc');
}
