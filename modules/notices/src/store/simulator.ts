import type { Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import type { Handover, MessageProvider, OutgoingMessage, Receipt } from '../adapters/message-provider.ts';
import type { NoticesVault } from '../needs.ts';

/** Phones that behave in a way of their own, for tests and demonstrations. No network gives them out. */
const REFUSED = '19900009990';
const UNREACHABLE_AT_FIRST = '19900009991';
const SWITCHED_OFF = '19900009992';
const TELLS_LATER = '19900009993';

const RECEIVE = `insert into notices.simulated (message_id, text_sealed, received_at)
  values ($1, $2, clock_timestamp()) on conflict do nothing`;

/**
 * Sends nothing to anybody: keeps the sealed text for a day, where `listNotices` shows it outside production,
 * and says it was delivered.
 */
export class Simulator implements MessageProvider {
  readonly name = 'simulator';
  readonly #vault: NoticesVault;
  readonly #triedOnce = new Set<string>();
  readonly #switchedOff = new Set<string>();

  constructor(vault: NoticesVault) {
    this.#vault = vault;
  }

  async send(tx: Tx, { reference, phone, text }: OutgoingMessage): Promise<Handover> {
    if (phone === REFUSED) return { outcome: 'refused', reason: 'no_such_phone' };
    if (phone === UNREACHABLE_AT_FIRST && !this.#triedOnce.delete(reference)) {
      this.#triedOnce.add(reference);
      throw new Error('the simulated network is down');
    }
    if (phone === SWITCHED_OFF) this.#switchedOff.add(reference);
    const kept = [reference, sealedForSimulator(this.#vault, reference, text)];
    tx.later(tx.tables().executeQuery(CompiledQuery.raw(RECEIVE, kept)));
    return { outcome: phone === SWITCHED_OFF || phone === TELLS_LATER ? 'accepted' : 'delivered' };
  }

  async receiptOf(reference: string): Promise<Receipt> {
    return this.#switchedOff.delete(reference) ? 'undelivered' : 'delivered';
  }
}

export function sealedForSimulator(vault: NoticesVault, messageId: string, text: string): Buffer {
  return vault.seal(text, placeOf(messageId));
}

export function textReceived(vault: NoticesVault, messageId: string, sealed: Buffer): string {
  return vault.open(sealed, placeOf(messageId));
}

function placeOf(messageId: string): string {
  return `simulated:${messageId}`;
}
