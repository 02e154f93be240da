import type { QueryOf, ResponseOf, Role } from '@firstfix/contract';
import type { listSessions as endpoint } from '@firstfix/contract/identity/endpoints';
import { toRfc3339 } from '@firstfix/kernel';
import { type Caller, decodeCursor, toPage } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import { visibleSessions } from '../policy.ts';
import { wallNow } from '../store/wall-time.ts';
import type { DB } from '../tables.ts';

/** Open sessions, the latest first. */
export async function listSessions(
  db: Kysely<DB>,
  caller: Caller,
  { userId, cursor, limit = 50 }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  let rows = db
    .selectFrom('identity.session')
    .selectAll()
    .where(visibleSessions(caller))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', wallNow);
  if (userId !== undefined) rows = rows.where('user_id', '=', userId);
  if (cursor !== undefined) rows = rows.where('id', '<', decodeCursor(cursor, 'id')[0]);
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => ({
      id: row.id,
      userId: row.user_id,
      role: row.role as Role,
      onlyWorkOrderId: row.only_work_order_id,
      openedAt: toRfc3339(row.opened_at),
      expiresAt: toRfc3339(row.expires_at),
      current: row.id === caller.sessionId,
    }),
    (row) => [row.id],
  );
}
