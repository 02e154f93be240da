import type { Id, Instant } from '@firstfix/kernel';
import { addMonths, DEFAULT_ZONE, instantAt, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { at, type Caller } from '@firstfix/platform';
import { sql } from 'kysely';
import type { PayDb } from '../store/payment-store.ts';

/** An engineer's month, day by day, newest first: orders with a verdict, and the sum after what was taken back. */
export async function getEarningDays(db: PayDb, caller: Caller, asked: LocalDate | undefined, now: Instant) {
  const month = (asked ?? localDateOf(now, DEFAULT_ZONE)).slice(0, 7);
  const first = `${month}-01`;
  const start = at(instantAt(first, 0, DEFAULT_ZONE));
  const end = at(instantAt(addMonths(first, 1), 0, DEFAULT_ZONE));
  const { rows } = await sql<{ day: LocalDate; orders: number; total_fen: number }>`
    select to_char(happened_at at time zone ${DEFAULT_ZONE}, 'YYYY-MM-DD') as day,
      count(distinct work_order_id)::int as orders, sum(sign * wage_fen)::bigint as total_fen
    from (
      select 1 as sign, work_order_id, wage_fen, posted_at as happened_at from pay.earning
      where engineer_id = ${caller.ownId ?? NOBODY}::uuid and posted_at >= ${start} and posted_at < ${end}
      union all
      select -1, work_order_id, wage_fen, replaced_at from pay.earning
      where engineer_id = ${caller.ownId ?? NOBODY}::uuid and replaced_at >= ${start} and replaced_at < ${end}
    ) entry group by 1 order by 1 desc`.execute(db);
  const items = rows.map(({ day, orders, total_fen }) => ({ day, orders, totalFen: total_fen }));
  return { month, totalFen: items.reduce((sum, { totalFen }) => sum + totalFen, 0), items };
}

const NOBODY: Id = '00000000-0000-0000-0000-000000000000';
