import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { listAccounts as endpoint } from '@firstfix/contract/identity/endpoints';
import { decodeCursor, toPage } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import { presentAccount } from '../account.ts';
import type { DB } from '../tables.ts';

/** Accounts by user name. */
export async function listAccounts(
  db: Kysely<DB>,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const { role, active, cursor, limit = 50 } = query;
  let rows = db.selectFrom('identity.account').selectAll();
  if (role !== undefined) rows = rows.where('role', '=', role);
  if (active !== undefined) rows = rows.where('active', '=', active);
  if (cursor !== undefined) rows = rows.where('user_name', '>', decodeCursor(cursor, 'text')[0]);
  const found = await rows
    .orderBy('user_name')
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, presentAccount, (row) => [row.user_name]);
}
