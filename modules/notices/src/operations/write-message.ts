import type { Language } from '@firstfix/contract/language';
import { type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import type { NoticesNeeds, Recipient } from '../needs.ts';
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
export interface Progress {
  readonly state: 'queued' | 'sent' | 'delivered' | 'failed';
  readonly failure: string | null;
  readonly provider: string | null;
  readonly sealed: Buffer | null;
  readonly sent_at: Date | null;
  readonly done_at: Date | null;
}

const WRITE = `insert into notices.message (id, cause, template, language, customer_id, engineer_id, phone_hash,
    phone_masked, subject_type, subject_id, queued_at, expires_at, state, failure, provider, sealed, sent_at, done_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp() + make_interval(secs => $12),
    $13, $14, $15, $16, $17, $18)
  on conflict do nothing returning id`;

/** Writes a message as far as it has come; false when its cause wrote one before. */
export async function writeMessage(
  tx: Tx,
  { vault, maskPhone }: NoticesNeeds,
  id: Id,
  sms: NewSms,
  progress: Progress,
): Promise<boolean> {
  const phone = 'phone' in sms ? sms.phone : undefined;
  const { rows } = await tx
    .tables()
    .executeQuery(
      CompiledQuery.raw(WRITE, [
        id,
        sms.cause ?? null,
        sms.template,
        sms.language ?? 'zh',
        'customerId' in sms ? sms.customerId : null,
        'engineerId' in sms ? sms.engineerId : null,
        phone === undefined ? null : vault.keyedHash('notices.phone', phone),
        phone === undefined ? null : maskPhone(phone),
        sms.subjectType,
        sms.subjectId,
        toDate(tx.now),
        sms.validSeconds ?? DAY_SECONDS,
        progress.state,
        progress.failure,
        progress.provider,
        progress.sealed,
        progress.sent_at,
        progress.done_at,
      ]),
    );
  return rows.length > 0;
}
