import type { QueryOf } from '@firstfix/contract';
import type { listComplaints as endpoint } from '@firstfix/contract/verdict/endpoints';
import type { Id } from '@firstfix/kernel';
import { type Caller, decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { mustSee } from '../policy.ts';
import { presentComplaint } from '../present.ts';
import { getComplaint as load, toComplaint } from '../store/complaint-store.ts';
import type { VerdictDb } from '../store/rating-store.ts';
import { visible } from './visible.ts';

const PAGE = 50;

/** Open ones, the longest waiting first, or all, newest first. */
export async function listComplaints(db: VerdictDb, caller: Caller, query: QueryOf<typeof endpoint>) {
  const { cursor, limit = PAGE, only = 'open', workOrderId } = query;
  const oldestFirst = only === 'open';
  let rows = db
    .selectFrom('verdict.complaint')
    .selectAll()
    .modifyFront(sql.raw(PLAN_EACH_TIME))
    .where(visible(caller));
  if (oldestFirst) rows = rows.where('closed_at', 'is', null);
  if (workOrderId) rows = rows.where('work_order_id', '=', workOrderId);
  if (cursor) {
    const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
    const beyond = sql.raw(oldestFirst ? '>' : '<');
    rows = rows.where(sql<SqlBool>`(opened_at, id) ${beyond} (${lastAt}, ${lastId}::uuid)`);
  }
  const direction = oldestFirst ? 'asc' : 'desc';
  const found = await rows
    .orderBy('opened_at', direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => presentComplaint(toComplaint(row)),
    (row) => [row.opened_at, row.id],
  );
}

export async function getComplaint(db: VerdictDb, caller: Caller, id: Id) {
  const complaint = await load(db, id);
  mustSee(caller, 'complaint', id, complaint);
  return presentComplaint(complaint);
}
