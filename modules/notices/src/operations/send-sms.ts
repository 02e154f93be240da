import { type Id, newId } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { NoticesNeeds } from '../needs.ts';
import { writeText } from '../text.ts';
import { type NewSms, writeMessage } from './write-message.ts';

/** Job that hands a message over. */
export const SEND_TASK = 'notices.send';

/** What rests sealed until the message is handed over. */
export interface SealedPart {
  readonly text: string;
  readonly phone?: string;
}

/**
 * Queues a message: written with the transaction, handed over after its commit. Answers its id, `undefined` when
 * its cause wrote one before. Throws `RangeError` when a variable of the template is missing.
 */
export async function sendSms(tx: Tx, needs: NoticesNeeds, sms: NewSms): Promise<Id | undefined> {
  const id = newId();
  return (await queueMessage(tx, needs, id, sms)) ? id : undefined;
}

const QUEUED = { state: 'queued', failure: null, provider: null, sent_at: null, done_at: null } as const;

/** False when its cause wrote one before. */
export async function queueMessage(tx: Tx, needs: NoticesNeeds, id: Id, sms: NewSms): Promise<boolean> {
  const phone = 'phone' in sms ? sms.phone : undefined;
  const part: SealedPart = { text: writeText(sms.template, sms.language ?? 'zh', sms.variables), phone };
  const sealed = needs.vault.seal(JSON.stringify(part), placeOf(id));
  if (!(await writeMessage(tx, needs, id, sms, { ...QUEUED, sealed }))) return false;
  tx.setTimer({ key: `${SEND_TASK}:${id}`, dueAt: tx.now, task: SEND_TASK, payload: { messageId: id } });
  return true;
}

export function placeOf(messageId: Id): string {
  return `message:${messageId}`;
}
