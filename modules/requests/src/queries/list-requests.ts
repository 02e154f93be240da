import type { QueryOf } from '@firstfix/contract';
import type { listRequests as endpoint } from '@firstfix/contract/requests/endpoints';
import { type Id, toTsquery } from '@firstfix/kernel';
import { addDays, DEFAULT_ZONE, instantAt } from '@firstfix/kernel/zone';
import { at, type Caller, decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { presentRequest } from '../present.ts';
import { listItems, type RequestRow, type RequestsDb, toRequests } from '../store.ts';
import type { DB } from '../tables.ts';
import { visible } from './visible.ts';

type Query = QueryOf<typeof endpoint>;
type Rows = SelectQueryBuilder<DB, 'requests.service_request', RequestRow>;

const PAGE = 50;

/** One page in the caller's scope, newest first. `findCustomer` knows whose phone a number is. */
export async function listRequests(
  db: RequestsDb,
  caller: Caller,
  query: Query,
  findCustomer: (phone: string) => Promise<Id | undefined>,
) {
  const { cursor, limit = PAGE, phone, ...filter } = query;
  const customerId = phone === undefined ? undefined : await findCustomer(phone);
  if (phone !== undefined && customerId === undefined) return { items: [], next: null };
  let rows: Rows = db
    .selectFrom('requests.service_request')
    .selectAll()
    .modifyFront(sql.raw(PLAN_EACH_TIME))
    .where(visible(caller));
  if (customerId !== undefined) rows = rows.where('customer_id', '=', customerId);
  const found = await after(narrow(rows, filter), cursor)
    .orderBy('registered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = toPage(
    found,
    limit,
    (row) => row,
    (row) => [row.registered_at, row.id],
  );
  const items = await listItems(
    db,
    page.items.map(({ id }) => id),
  );
  return { items: toRequests(page.items, items).map(presentRequest), next: page.next };
}

function narrow(rows: Rows, filter: Omit<Query, 'cursor' | 'limit' | 'phone'>): Rows {
  let narrowed = rows;
  if (filter.state) narrowed = narrowed.where(sql<SqlBool>`state = any(${filter.state}::text[])`);
  if (filter.channel) narrowed = narrowed.where('channel', '=', filter.channel);
  if (filter.customerId) narrowed = narrowed.where('customer_id', '=', filter.customerId);
  if (filter.registeredFrom) {
    narrowed = narrowed.where('registered_at', '>=', at(instantAt(filter.registeredFrom, 0, DEFAULT_ZONE)));
  }
  if (filter.registeredTo) {
    const end = instantAt(addDays(filter.registeredTo, 1), 0, DEFAULT_ZONE);
    narrowed = narrowed.where('registered_at', '<', at(end));
  }
  return filter.text ? matching(narrowed, filter.text.trim()) : narrowed;
}

function matching(rows: Rows, text: string): Rows {
  if (/^r\d{12,}$/i.test(text)) return rows.where('number', '=', text.toUpperCase());
  const terms = toTsquery(text);
  return terms === ''
    ? rows.where(sql<SqlBool>`false`)
    : rows.where(sql<SqlBool>`search @@ ${terms}::tsquery`);
}

function after(rows: Rows, cursor: string | undefined): Rows {
  if (cursor === undefined) return rows;
  const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
  return rows.where(sql<SqlBool>`(registered_at, id) < (${lastAt}, ${lastId}::uuid)`);
}
