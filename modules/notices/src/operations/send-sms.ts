import type { Language } from '@firstfix/contract/notices/schemas';
import { type Id, newId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { NoticesNeeds, Recipient } from '../needs.ts';
import type { DB } from '../tables.ts';
import type { TemplateId } from '../templates.ts';
import { type Variables, writeText } from '../text.ts';

/** Job that hands a message over. */
export const SEND_TASK = 'notices.send';

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

/** What rests sealed until the message is handed over. */
export interface SealedPart {
  readonly text: string;
  readonly phone?: string;
}

/**
 * Queues a message: written with the transaction, handed over after its commit. Answers its id, `undefined` when
 * its cause wrote one before. Throws `RangeError` when a variable of the template is missing.
 */
export async function sendSms(
  tx: Tx,
  { vault, maskPhone }: NoticesNeeds,
  sms: NewSms,
): Promise<Id | undefined> {
  const id = newId();
  const { template, language = 'zh', subjectType, subjectId } = sms;
  const phone = 'phone' in sms ? sms.phone : undefined;
  const sealed: SealedPart = { text: writeText(template, language, sms.variables), phone };
  const written = await tx
    .tables<DB>()
    .insertInto('notices.message')
    .values({
      id,
      cause: sms.cause ?? null,
      template,
      language,
      customer_id: 'customerId' in sms ? sms.customerId : null,
      engineer_id: 'engineerId' in sms ? sms.engineerId : null,
      phone_hash: phone === undefined ? null : vault.keyedHash('notices.phone', phone),
      phone_masked: phone === undefined ? null : maskPhone(phone),
      subject_type: subjectType,
      subject_id: subjectId,
      sealed: vault.seal(JSON.stringify(sealed), placeOf(id)),
      state: 'queued',
      queued_at: toDate(tx.now),
      expires_at: sql<Date>`clock_timestamp() + make_interval(secs => ${sms.validSeconds ?? DAY_SECONDS}::float8)`,
    })
    .onConflict((conflict) => conflict.column('cause').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return undefined;
  tx.setTimer({ key: `${SEND_TASK}:${id}`, dueAt: tx.now, task: SEND_TASK, payload: { messageId: id } });
  return id;
}

export function placeOf(messageId: Id): string {
  return `message:${messageId}`;
}
