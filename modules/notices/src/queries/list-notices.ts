import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { listNotices as endpoint } from '@firstfix/contract/notices/endpoints';
import type { NoticeView } from '@firstfix/contract/notices/schemas';
import { toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import { decodeCursor, toPage } from '@firstfix/platform';
import type { Kysely, Selectable } from 'kysely';
import type { NoticesVault } from '../needs.ts';
import { textReceived } from '../store/simulator.ts';
import type { DB, NoticesMessage } from '../tables.ts';

type Row = Selectable<NoticesMessage> & { readonly text_sealed: Buffer | null };

/** The latest messages first; with `vault`, the texts the simulator received. */
export async function listNotices(
  db: Kysely<DB>,
  vault: NoticesVault | undefined,
  { state, template, customerId, subjectId, cursor, limit = 50 }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  let rows = db
    .selectFrom('notices.message')
    .leftJoin('notices.simulated', 'message_id', 'id')
    .selectAll('notices.message')
    .select('text_sealed');
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (template !== undefined) rows = rows.where('template', '=', template);
  if (customerId !== undefined) rows = rows.where('customer_id', '=', customerId);
  if (subjectId !== undefined) rows = rows.where('subject_id', '=', subjectId);
  if (cursor !== undefined) rows = rows.where('seq', '<', decodeCursor(cursor, 'number')[0]);
  const found = await rows
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => present(row, vault),
    ({ seq }) => [seq],
  );
}

function present(row: Row, vault: NoticesVault | undefined): NoticeView {
  return {
    id: row.id,
    template: row.template,
    language: row.language as NoticeView['language'],
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    phone: row.phone_masked,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    state: row.state as NoticeView['state'],
    failure: row.failure,
    provider: row.provider,
    text: vault && row.text_sealed ? textReceived(vault, row.id, row.text_sealed) : null,
    queuedAt: toRfc3339(row.queued_at),
    sentAt: toRfc3339OrNull(row.sent_at),
    doneAt: toRfc3339OrNull(row.done_at),
  };
}
