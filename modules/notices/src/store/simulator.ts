import type { Runtime } from '@firstfix/platform';
import type { Handover, MessageProvider, OutgoingMessage, Receipt } from '../message-provider.ts';
import type { NoticesVault } from '../needs.ts';

/** Phones that behave in a way of their own, for tests and demonstrations. No network gives them out. */
const REFUSED = '19900009990';
const UNREACHABLE_AT_FIRST = '19900009991';
const SWITCHED_OFF = '19900009992';

/**
 * Sends nothing to anybody: keeps the sealed text for a day, where `listNotices` shows it outside production,
 * and says it was delivered.
 */
export class Simulator implements MessageProvider {
  readonly name = 'simulator';
  readonly #pool: Runtime['database']['plainPool'];
  readonly #vault: NoticesVault;
  readonly #triedOnce = new Set<string>();
  readonly #switchedOff = new Set<string>();

  /** Not the pool of the transactions that call it: waiting there for a second connection could wait for ever. */
  constructor({ database }: Runtime, vault: NoticesVault) {
    this.#pool = database.plainPool;
    this.#vault = vault;
  }

  async send({ reference, phone, text }: OutgoingMessage): Promise<Handover> {
    if (phone === REFUSED) return { outcome: 'refused', reason: 'no_such_phone' };
    if (phone === UNREACHABLE_AT_FIRST && !this.#triedOnce.delete(reference)) {
      this.#triedOnce.add(reference);
      throw new Error('the simulated network is down');
    }
    if (phone === SWITCHED_OFF) this.#switchedOff.add(reference);
    await this.#pool.query(
      `insert into notices.simulated (message_id, text_sealed, received_at)
       values ($1, $2, clock_timestamp()) on conflict do nothing`,
      [reference, sealedForSimulator(this.#vault, reference, text)],
    );
    return { outcome: 'accepted' };
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
