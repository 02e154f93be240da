import { DAY, type Id, type Instant, newId, SECOND, toDate } from '@firstfix/kernel';
import { insertRows, type Tx } from '@firstfix/platform';
import type { NoticesVault } from '../needs.ts';
import { sealedForSimulator } from '../store/simulator.ts';
import type { TemplateId } from '../templates.ts';
import { type Variables, writeText } from '../text.ts';

/** A message a customer got before the demo began. */
export interface PastNotice {
  readonly at: Instant;
  readonly customerId: Id;
  readonly workOrderId: Id;
  readonly template: TemplateId;
  readonly variables: Variables;
}

/** Texts are kept for a day. */
const TEXT_KEPT = DAY;
const DELIVERED_AFTER = 3 * SECOND;

/** Writes messages as they stand once delivered, with the texts of those the simulator still keeps. */
export async function seedPastNotices(
  tx: Tx,
  vault: NoticesVault,
  wallNow: Instant,
  notices: readonly PastNotice[],
): Promise<void> {
  const dated = notices.toSorted((a, b) => a.at - b.at).map((notice) => ({ id: newId(), notice }));
  await insertRows(
    tx,
    'notices.message',
    dated.map(({ id, notice }) => ({
      id,
      cause: `${notice.template}:${notice.workOrderId}:${notice.at}`,
      template: notice.template,
      language: 'zh',
      customer_id: notice.customerId,
      subject_type: 'work-order',
      subject_id: notice.workOrderId,
      state: 'delivered',
      provider: 'simulator',
      queued_at: toDate(notice.at),
      sent_at: toDate(notice.at + SECOND),
      done_at: toDate(notice.at + DELIVERED_AFTER),
      expires_at: toDate(notice.at + DAY),
    })),
  );
  const kept = dated.filter(({ notice }) => notice.at > tx.now - TEXT_KEPT);
  await insertRows(
    tx,
    'notices.simulated',
    kept.map(({ id, notice }) => ({
      message_id: id,
      text_sealed: sealedForSimulator(vault, id, writeText(notice.template, 'zh', notice.variables)),
      received_at: toDate(wallNow - (tx.now - notice.at)),
    })),
  );
}
