import type { QueryOf } from '@firstfix/contract';
import type { listCallBacks } from '@firstfix/contract/requests/endpoints';
import { type Instant, toRfc3339 } from '@firstfix/kernel';
import { at, type Caller, type CursorValues, decodeCursor, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import type { RequestRow, RequestsDb } from '../store.ts';
import { visible } from './visible.ts';

type Query = QueryOf<typeof listCallBacks>;

const PAGE = 50;

/** Customers to call back, the longest due first; who was not called in time stays on the list. */
export async function listCallBacksDue(db: RequestsDb, caller: Caller, now: Instant, query: Query) {
  const rows = dueRows(db, caller, query).where('state', '=', 'awaiting_call_back');
  const { items, next } = toPage(await rows.execute(), query.limit ?? PAGE, (row) => row, cursorOf);
  return {
    items: items.map((row) => ({
      ...presentDue(row),
      advice: row.advice ?? '',
      overdue: (row.due_at ?? now) < now,
    })),
    next,
  };
}

/** Requests that ran out of their time with nobody having handled them. */
export async function listOmitted(db: RequestsDb, caller: Caller, now: Instant, query: Query) {
  const rows = dueRows(db, caller, query).where('due_at', '<', at(now));
  const { items, next } = toPage(await rows.execute(), query.limit ?? PAGE, (row) => row, cursorOf);
  return {
    items: items.map((row) => ({
      ...presentDue(row),
      missing: row.state === 'registered' ? ('triage' as const) : ('call_back' as const),
      offeredOwnerId: row.offered_owner_id,
    })),
    next,
  };
}

function dueRows(db: RequestsDb, caller: Caller, { cursor, limit = PAGE }: Query) {
  const rows = db
    .selectFrom('requests.service_request')
    .selectAll()
    .where(visible(caller))
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit + 1);
  if (cursor === undefined) return rows;
  const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
  return rows.where(sql<SqlBool>`(due_at, id) > (${lastAt}, ${lastId}::uuid)`);
}

function presentDue(row: RequestRow) {
  return {
    requestId: row.id,
    number: row.number,
    customerId: row.customer_id,
    territoryId: row.territory_id,
    ownerId: row.owner_id,
    // the query asks for rows that are due only
    dueAt: toRfc3339(row.due_at ?? row.registered_at),
  };
}

function cursorOf({ due_at, registered_at, id }: RequestRow): CursorValues {
  // only rows with a due time are listed
  return [due_at ?? registered_at, id];
}
