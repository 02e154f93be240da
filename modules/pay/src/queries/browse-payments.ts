import type { QueryOf } from '@firstfix/contract';
import type { browsePayments as endpoint } from '@firstfix/contract/pay/endpoints';
import { decodeCursor, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import type { PayNeeds } from '../needs.ts';
import { presentPayment } from '../present.ts';
import { type PayDb, toPayment } from '../store/payment-store.ts';

const PAGE = 50;

/** Payments of all orders, newest first. */
export async function browsePayments(db: PayDb, { provider }: PayNeeds, query: QueryOf<typeof endpoint>) {
  const { cursor, limit = PAGE, state, method } = query;
  let rows = db.selectFrom('pay.payment').selectAll();
  if (state) rows = rows.where('state', '=', state);
  if (method) rows = rows.where('method', '=', method);
  if (cursor) {
    const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
    rows = rows.where(sql<SqlBool>`(created_at, id) < (${lastAt}, ${lastId}::uuid)`);
  }
  const found = await rows
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const present = (row: (typeof found)[number]) => presentPayment(toPayment(row), provider);
  return toPage(found, limit, present, (row) => [row.created_at, row.id]);
}
