import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { LOCK_MINUTES, MAX_WRONG_TRIES } from '../adapters/completion-code.ts';
import type { DB } from '../tables.ts';

/** Keeps the code of an order that has none. */
export async function insertCode(tx: Tx, workOrderId: Id, hash: Buffer): Promise<void> {
  await tx
    .tables<DB>()
    .insertInto('verdict.completion_code')
    .values({ work_order_id: workOrderId, hash, issued_at: toDate(tx.now) })
    .execute();
}

/** The code, locked; `locked` by wall time. */
export async function lockCode(
  tx: Tx,
  workOrderId: Id,
): Promise<{ hash: Buffer; locked: boolean } | undefined> {
  return tx
    .tables<DB>()
    .selectFrom('verdict.completion_code')
    .select(['hash', sql<boolean>`coalesce(locked_until > clock_timestamp(), false)`.as('locked')])
    .where('work_order_id', '=', workOrderId)
    .forUpdate()
    .executeTakeFirst();
}

/** Counts a wrong try; the fifth locks entering and the count begins again. */
export async function countWrongTry(tx: Tx, workOrderId: Id): Promise<void> {
  await sql`update verdict.completion_code set
      wrong_tries = case when wrong_tries + 1 >= ${sql.lit(MAX_WRONG_TRIES)} then 0 else wrong_tries + 1 end,
      locked_until = case when wrong_tries + 1 >= ${sql.lit(MAX_WRONG_TRIES)}
        then clock_timestamp() + interval '1 minute' * ${sql.lit(LOCK_MINUTES)} else locked_until end
    where work_order_id = ${workOrderId}`.execute(tx.tables<DB>());
}

export async function markCodeUsed(tx: Tx, workOrderId: Id): Promise<void> {
  await tx
    .tables<DB>()
    .updateTable('verdict.completion_code')
    .set({ used_at: toDate(tx.now) })
    .where('work_order_id', '=', workOrderId)
    .execute();
}
