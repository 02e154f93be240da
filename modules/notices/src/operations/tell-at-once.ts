import { stableId } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { MessageProvider } from '../adapters/message-provider.ts';
import type { NoticesNeeds } from '../needs.ts';
import { writeText } from '../text.ts';
import { type Handed, handToProvider, type Outgoing } from './hand-over.ts';
import { queueMessage } from './send-sms.ts';
import { type NewSms, writeMessage } from './write-message.ts';

/**
 * Hands a message over in the transaction that writes it: for reactions, whose cause has been committed. Its id
 * follows from the cause, so that a repetition is the same message to the provider and here. While the provider is
 * down, the message is queued like any other.
 */
export async function tellAtOnce(
  tx: Tx,
  needs: NoticesNeeds,
  provider: MessageProvider,
  sms: NewSms & { readonly cause: string },
): Promise<void> {
  const id = stableId(`message:${sms.cause}`);
  const text = writeText(sms.template, sms.language ?? 'zh', sms.variables);
  const handed = await handIfPossible(tx, needs, provider, { id, to: sms, template: sms.template, text });
  if (handed) tx.later(writeMessage(tx, needs, id, sms, handed));
  else await queueMessage(tx, needs, id, sms);
}

/** Whatever went wrong, the queue's job meets it again and tells. */
async function handIfPossible(
  tx: Tx,
  needs: NoticesNeeds,
  provider: MessageProvider,
  message: Outgoing,
): Promise<Handed | undefined> {
  try {
    return await handToProvider(tx, needs, provider, message);
  } catch {
    return undefined;
  }
}
