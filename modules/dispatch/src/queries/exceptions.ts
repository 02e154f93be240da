import type { QueryOf } from '@firstfix/contract';
import type { listExceptions as endpoint } from '@firstfix/contract/dispatch/endpoints';
import { toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import { type Caller, decodeCursor, toPage } from '@firstfix/platform';
import { type Kysely, type Selectable, type SqlBool, sql } from 'kysely';
import type { DB, DispatchException } from '../tables.ts';

/** What a person must look at, oldest first. */
export async function listExceptions(db: Kysely<DB>, caller: Caller, query: QueryOf<typeof endpoint>) {
  const { cursor, limit = 50, resolved = false } = query;
  let rows = db
    .selectFrom('dispatch.exception')
    .selectAll()
    .where('resolved_at', resolved ? 'is not' : 'is', null);
  if (caller.scope === 'territory')
    rows = rows.where(sql<SqlBool>`territory_id = any(${[...caller.territoryIds]}::uuid[])`);
  if (cursor !== undefined) {
    const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
    rows = rows.where(sql<SqlBool>`(opened_at, id) > (${lastAt}, ${lastId}::uuid)`);
  }
  const found = await rows
    .orderBy('opened_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, presentException, (row) => [row.opened_at, row.id]);
}

export function presentException(row: Selectable<DispatchException>) {
  return {
    id: row.id,
    kind: row.kind,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    territoryId: row.territory_id,
    owner: row.owner,
    openedAt: toRfc3339(row.opened_at),
    resolvedAt: toRfc3339OrNull(row.resolved_at),
    resolution: row.resolution,
  };
}
