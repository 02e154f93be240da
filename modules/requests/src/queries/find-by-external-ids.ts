import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { ServiceRequest } from '../service-request.ts';
import { lockRequests } from '../store.ts';
import type { DB } from '../tables.ts';

/** The source's requests by external id, locked; other imports of the source wait until the commit. */
export async function lockBySource(
  tx: Tx,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, ServiceRequest>> {
  const db = tx.tables<DB>();
  const [, rows] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`requests:${source}`}, 0))`.execute(db),
    db
      .selectFrom('requests.service_request')
      .select('id')
      .where('source', '=', source)
      .where('external_id', '=', sql<string>`any(${[...externalIds]}::text[])`)
      .execute(),
  ]);
  if (rows.length === 0) return new Map();
  const requests = await lockRequests(
    tx,
    rows.map(({ id }) => id),
  );
  return new Map(
    requests.flatMap((request) => (request.externalId === null ? [] : [[request.externalId, request]])),
  );
}
