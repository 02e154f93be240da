import { type Id, SECOND, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { MessageProvider } from '../message-provider.ts';
import type { KnownRecipient, NoticesNeeds } from '../needs.ts';
import type { DB, NoticesMessage } from '../tables.ts';
import { placeOf, type SealedPart } from './send-sms.ts';

/** Job that asks what became of a message. */
export const RECEIPT_TASK = 'notices.ask_receipt';
const FIRST_RECEIPT_MS = 2 * SECOND;
const NEXT_RECEIPT_MS = 60 * SECOND;

type Row = Selectable<NoticesMessage> & { readonly expired: boolean };

/**
 * Hands a queued message to the provider. Throws when that should be tried again: the job queue does, later and
 * later, until the message has expired. Running it again after it was done does nothing.
 */
export async function handOver(
  tx: Tx,
  needs: NoticesNeeds,
  provider: MessageProvider,
  id: Id,
): Promise<void> {
  const row = await lock(tx, id);
  if (row?.state !== 'queued' || row.sealed === null) return;
  if (row.expired) return save(tx, id, failed(tx, 'expired'));
  const { text, phone: givenPhone }: SealedPart = JSON.parse(needs.vault.open(row.sealed, placeOf(id)));
  const phone = givenPhone ?? (await phoneOf(tx, needs, row));
  if (phone === undefined) return save(tx, id, failed(tx, 'no_phone'));
  if (!phone.startsWith('1')) return save(tx, id, failed(tx, 'not_a_mobile'));
  const handover = await provider.send({ reference: id, phone, text });
  if (handover.outcome === 'refused')
    return save(tx, id, { ...failed(tx, handover.reason), provider: provider.name });
  await save(tx, id, { state: 'sent', sealed: null, provider: provider.name, sent_at: toDate(tx.now) });
  askLater(tx, id, FIRST_RECEIPT_MS);
}

/** Asks what became of a message that was sent, until the provider knows. */
export async function askReceipt(tx: Tx, provider: MessageProvider, id: Id): Promise<void> {
  const row = await lock(tx, id);
  if (row?.state !== 'sent') return;
  const receipt = await provider.receiptOf(id);
  if (receipt === 'delivered') return save(tx, id, { state: 'delivered', done_at: toDate(tx.now) });
  if (receipt === 'undelivered' || row.expired) return save(tx, id, failed(tx, 'undelivered'));
  askLater(tx, id, NEXT_RECEIPT_MS);
}

function askLater(tx: Tx, id: Id, afterMs: number): void {
  const dueAt = tx.now + afterMs;
  tx.setTimer({ key: `${RECEIPT_TASK}:${id}`, dueAt, task: RECEIPT_TASK, payload: { messageId: id } });
}

async function phoneOf(tx: Tx, needs: NoticesNeeds, row: Row): Promise<string | undefined> {
  const recipient = recipientOf(row);
  return recipient && needs.phoneOf(tx, recipient, `message:${row.template}`);
}

function recipientOf({ customer_id: customerId, engineer_id: engineerId }: Row): KnownRecipient | undefined {
  if (customerId !== null) return { customerId };
  return engineerId === null ? undefined : { engineerId };
}

function failed(tx: Tx, failure: string): Updateable<NoticesMessage> {
  return { state: 'failed', failure, sealed: null, done_at: toDate(tx.now) };
}

/** The key stays free: the simulator refers to the message on a connection of its own while we hold it. */
async function lock(tx: Tx, id: Id): Promise<Row | undefined> {
  return tx
    .tables<DB>()
    .selectFrom('notices.message')
    .selectAll()
    .select(sql<boolean>`expires_at <= clock_timestamp()`.as('expired'))
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

async function save(tx: Tx, id: Id, change: Updateable<NoticesMessage>): Promise<void> {
  await tx.tables<DB>().updateTable('notices.message').set(change).where('id', '=', id).execute();
}
