import type { QueryOf } from '@firstfix/contract';
import { notFound } from '@firstfix/contract/refusal';
import type { listFollowUps as endpoint } from '@firstfix/contract/verdict/endpoints';
import type { Id } from '@firstfix/kernel';
import { type Caller, decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { mustSee } from '../policy.ts';
import { presentFollowUp } from '../present.ts';
import { findFollowUp, toFollowUp } from '../store/follow-up-store.ts';
import type { VerdictDb } from '../store/rating-store.ts';
import { visible } from './visible.ts';

const PAGE = 50;

/** Those waiting for a call or a completed report, most urgent first. */
export async function listFollowUps(db: VerdictDb, caller: Caller, query: QueryOf<typeof endpoint>) {
  const { cursor, limit = PAGE, territoryId, state } = query;
  let rows = db
    .selectFrom('verdict.follow_up')
    .selectAll()
    .modifyFront(sql.raw(PLAN_EACH_TIME))
    .where(sql<SqlBool>`state in ('open', 'refill')`)
    .where(visible(caller));
  if (territoryId) rows = rows.where('territory_id', '=', territoryId);
  if (state) rows = rows.where('state', '=', state);
  if (cursor) {
    const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
    rows = rows.where(sql<SqlBool>`(due_at, work_order_id) > (${lastAt}, ${lastId}::uuid)`);
  }
  const found = await rows
    .orderBy('due_at')
    .orderBy('work_order_id')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => presentFollowUp(toFollowUp(row)),
    (row) => [row.due_at, row.work_order_id],
  );
}

export async function getFollowUp(db: VerdictDb, caller: Caller, workOrderId: Id) {
  const followUp = await findFollowUp(db, workOrderId);
  if (!followUp) throw notFound('follow_up', workOrderId);
  mustSee(caller, 'follow_up', workOrderId, followUp);
  return presentFollowUp(followUp);
}
