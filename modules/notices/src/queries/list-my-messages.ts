import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { listMyMessages as endpoint } from '@firstfix/contract/notices/endpoints';
import type { MessageView } from '@firstfix/contract/notices/schemas';
import { toRfc3339 } from '@firstfix/kernel';
import { type Caller, decodeCursor, toPage } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import type { NoticesVault } from '../needs.ts';
import { textReceived } from '../store/simulator.ts';
import type { DB } from '../tables.ts';

/** What the calling customer or engineer was told; a link shows what is about its one order. */
export async function listMyMessages(
  db: Kysely<DB>,
  vault: NoticesVault | undefined,
  { ownId, onlyWorkOrderId, role }: Caller,
  { subjectId, cursor, limit = 50 }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  let rows = db
    .selectFrom('notices.message')
    .leftJoin('notices.simulated', 'message_id', 'id')
    .select(['id', 'seq', 'template', 'subject_type', 'subject_id', 'state', 'queued_at', 'text_sealed'])
    .where(role === 'engineer' ? 'engineer_id' : 'customer_id', '=', ownId);
  for (const about of [onlyWorkOrderId, subjectId ?? null]) {
    if (about !== null) rows = rows.where('subject_id', '=', about);
  }
  if (cursor !== undefined) rows = rows.where('seq', '<', decodeCursor(cursor, 'number')[0]);
  const found = await rows
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row): MessageView => ({
      id: row.id,
      template: row.template,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      state: row.state as MessageView['state'],
      text: vault && row.text_sealed ? textReceived(vault, row.id, row.text_sealed) : null,
      queuedAt: toRfc3339(row.queued_at),
    }),
    ({ seq }) => [seq],
  );
}
