import { type Id, SECOND, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { MessageProvider } from '../adapters/message-provider.ts';
import type { KnownRecipient, NoticesNeeds, Recipient } from '../needs.ts';
import type { DB, NoticesMessage } from '../tables.ts';
import { placeOf, type SealedPart } from './send-sms.ts';
import type { Progress } from './write-message.ts';

/** Job that asks what became of a message. */
export const RECEIPT_TASK = 'notices.ask_receipt';
const FIRST_RECEIPT_MS = 2 * SECOND;
const NEXT_RECEIPT_MS = 60 * SECOND;

type Row = Selectable<NoticesMessage> & { readonly expired: boolean };

/** A message on its way out. */
export interface Outgoing {
  readonly id: Id;
  readonly to: Recipient;
  readonly template: string;
  readonly text: string;
}

/** What a message is from then on. */
export type Handed = Progress & { readonly sealed: null };

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
  const { text, phone }: SealedPart = JSON.parse(needs.vault.open(row.sealed, placeOf(id)));
  const to = phone === undefined ? recipientOf(row) : { phone };
  const { template } = row;
  save(tx, id, await handToProvider(tx, needs, provider, { id, to, template, text }));
}

/** Throws when it should be tried again later; answers what the message is from then on. */
export async function handToProvider(
  tx: Tx,
  needs: NoticesNeeds,
  provider: MessageProvider,
  { id, to, template, text }: Outgoing,
): Promise<Handed> {
  const phone = 'phone' in to ? to.phone : await needs.phoneOf(tx, to, `message:${template}`);
  if (phone === undefined) return failed(tx, 'no_phone');
  if (!phone.startsWith('1')) return failed(tx, 'not_a_mobile');
  const handover = await provider.send(tx, { reference: id, phone, text });
  if (handover.outcome === 'refused') return failed(tx, handover.reason, provider.name);
  const now = toDate(tx.now);
  const sent = { failure: null, provider: provider.name, sealed: null, sent_at: now };
  if (handover.outcome === 'delivered') return { ...sent, state: 'delivered', done_at: now };
  askLater(tx, id, FIRST_RECEIPT_MS);
  return { ...sent, state: 'sent', done_at: null };
}

/** Asks what became of a message that was sent, until the provider knows. */
export async function askReceipt(tx: Tx, provider: MessageProvider, id: Id): Promise<void> {
  const row = await lock(tx, id);
  if (row?.state !== 'sent') return;
  const receipt = await provider.receiptOf(id);
  if (receipt === 'delivered') return save(tx, id, { state: 'delivered', done_at: toDate(tx.now) });
  if (receipt === 'undelivered' || row.expired)
    return save(tx, id, { state: 'failed', failure: 'undelivered', done_at: toDate(tx.now) });
  askLater(tx, id, NEXT_RECEIPT_MS);
}

function askLater(tx: Tx, id: Id, afterMs: number): void {
  const dueAt = tx.now + afterMs;
  tx.setTimer({ key: `${RECEIPT_TASK}:${id}`, dueAt, task: RECEIPT_TASK, payload: { messageId: id } });
}

function recipientOf({ customer_id: customerId, engineer_id: engineerId }: Row): KnownRecipient {
  if (customerId !== null) return { customerId };
  if (engineerId !== null) return { engineerId };
  throw new RangeError('a message is to somebody');
}

function failed(tx: Tx, failure: string, provider: string | null = null): Handed {
  return { state: 'failed', failure, provider, sealed: null, sent_at: null, done_at: toDate(tx.now) };
}

async function lock(tx: Tx, id: Id): Promise<Row | undefined> {
  return tx
    .tables<DB>()
    .selectFrom('notices.message')
    .selectAll()
    .select(sql<boolean>`expires_at <= clock_timestamp()`.as('expired'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

function save(tx: Tx, id: Id, change: Updateable<NoticesMessage>): void {
  tx.later(tx.tables<DB>().updateTable('notices.message').set(change).where('id', '=', id).execute());
}
