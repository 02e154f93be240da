import { type Instant, toDate } from '@firstfix/kernel';
import type { Task, Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { DB } from '../tables.ts';

/**
 * Keeps balances cheap: each account's sum of what is dated up to now and written by finished transactions. What is
 * written later under an older date is told by its transaction number and added when a balance is asked for.
 */
export const snapshotBalances: Task = {
  name: 'pay.snapshot_balances',
  everySeconds: 3600,
  run: (tx) => takeSnapshot(tx, tx.now),
};

export async function takeSnapshot(tx: Tx, until: Instant): Promise<void> {
  const date = toDate(until);
  await sql`with edge as (select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
    insert into pay.balance_snapshot (account_id, until_at, horizon, balance_fen)
    select a.id, ${date}, edge.horizon, coalesce(last.balance_fen, 0) + coalesce(fresh.sum_fen, 0)
      + coalesce(late.sum_fen, 0)
    from pay.account a cross join edge
    left join lateral (select until_at, horizon, balance_fen from pay.balance_snapshot
      where account_id = a.id order by until_at desc limit 1) last on true
    left join lateral (select sum(amount_fen) as sum_fen from pay.posting
      where account_id = a.id and at > coalesce(last.until_at, '-infinity') and at <= ${date}
        and xid < edge.horizon) fresh on true
    left join lateral (select sum(amount_fen) as sum_fen from pay.posting
      where account_id = a.id and xid >= last.horizon and xid < edge.horizon and at <= last.until_at) late on true
    where (last.until_at is null or last.until_at < ${date})
      and (fresh.sum_fen is not null or late.sum_fen is not null)
    on conflict do nothing`.execute(tx.tables<DB>());
}
