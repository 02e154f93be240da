import type { Language } from '@firstfix/contract/notices/schemas';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Insertable, sql } from 'kysely';
import type { NoticesNeeds, Recipient } from '../needs.ts';
import type { DB, NoticesMessage } from '../tables.ts';
import type { TemplateId } from '../templates.ts';
import type { Variables } from '../text.ts';

export type NewSms = Recipient & {
  readonly template: TemplateId;
  readonly variables: Variables;
  readonly subjectType: string;
  readonly subjectId: Id | null;
  readonly language?: Language;
  /** What it is about, when a repetition of it must not write a second message. */
  readonly cause?: string;
  /** Wall time after which it is of no use; a day when not said. */
  readonly validSeconds?: number;
};

const DAY_SECONDS = 86_400;

/** How far a message has come. */
type Progress = Pick<Insertable<NoticesMessage>, 'state'> & Partial<Insertable<NoticesMessage>>;

/** Writes a message as far as it has come; false when its cause wrote one before. */
export async function writeMessage(
  tx: Tx,
  { vault, maskPhone }: NoticesNeeds,
  id: Id,
  sms: NewSms,
  progress: Progress,
): Promise<boolean> {
  const phone = 'phone' in sms ? sms.phone : undefined;
  const written = await tx
    .tables<DB>()
    .insertInto('notices.message')
    .values({
      id,
      cause: sms.cause ?? null,
      template: sms.template,
      language: sms.language ?? 'zh',
      customer_id: 'customerId' in sms ? sms.customerId : null,
      engineer_id: 'engineerId' in sms ? sms.engineerId : null,
      phone_hash: phone === undefined ? null : vault.keyedHash('notices.phone', phone),
      phone_masked: phone === undefined ? null : maskPhone(phone),
      subject_type: sms.subjectType,
      subject_id: sms.subjectId,
      queued_at: toDate(tx.now),
      expires_at: sql<Date>`clock_timestamp() + make_interval(secs => ${sms.validSeconds ?? DAY_SECONDS}::float8)`,
      ...progress,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}
