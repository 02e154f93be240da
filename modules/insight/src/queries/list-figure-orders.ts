import type { QueryOf } from '@firstfix/contract';
import type { listFigureOrders as endpoint } from '@firstfix/contract/insight/endpoints';
import type { FigureName } from '@firstfix/contract/insight/schemas';
import { type Id, type Instant, toRfc3339 } from '@firstfix/kernel';
import { type Caller, decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type Kysely, sql } from 'kysely';
import { type Asked, askedBy } from '../policy.ts';
import type { DB } from '../tables.ts';
import { FIGURE_FACTS, inScope } from './figure-facts.ts';

interface Row {
  readonly work_order_id: Id;
  readonly at: Instant;
  readonly amount: number;
  readonly missed: boolean;
  readonly part: string | null;
}

const PAGE = 50;

/** The orders behind one figure, newest first. An order counted twice stands there twice. */
export async function listFigureOrders(
  db: Kysely<DB>,
  caller: Caller,
  name: FigureName,
  query: QueryOf<typeof endpoint>,
  now: Instant,
) {
  const { cursor, limit = PAGE, only = 'all' } = query;
  const rows = await factsOf(db, askedBy(caller, query, now), name, { cursor, limit, only });
  return toPage(rows, limit, present, (row) => [row.at, row.work_order_id]);
}

async function factsOf(
  db: Kysely<DB>,
  asked: Asked,
  name: FigureName,
  page: { cursor: string | undefined; limit: number; only: string },
): Promise<Row[]> {
  const last = page.cursor === undefined ? undefined : decodeCursor(page.cursor, 'time', 'id');
  const beyond = last ? sql`and (at, work_order_id) < (${last[0]}, ${last[1]}::uuid)` : sql``;
  const { rows } = await sql<Row>`${sql.raw(PLAN_EACH_TIME)}
    with o as (select * from orders.published_order p where ${inScope(asked, 'p')}),
      facts as (${FIGURE_FACTS[name](asked)})
    select work_order_id, at, amount::float8 as amount, missed, part::text as part
    from facts
    where work_order_id is not null and (missed or ${page.only} = 'all') ${beyond}
    order by at desc, work_order_id desc limit ${page.limit + 1}`.execute(db);
  return rows;
}

function present(row: Row) {
  return {
    workOrderId: row.work_order_id,
    at: toRfc3339(row.at),
    amount: row.amount,
    missed: row.missed,
    part: row.part,
  };
}
