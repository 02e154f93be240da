import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';

/** What notices is given by those who know people and orders. */
export interface NoticesNeeds {
  /** The phone in clear, asked at the time of sending; `undefined` when there is none any more. */
  readonly phoneOf: (tx: Tx, recipient: KnownRecipient, purpose: string) => Promise<string | undefined>;
  readonly findWorkOrder: (
    tx: Tx,
    id: Id,
  ) => Promise<{ readonly customerId: Id; readonly number: string } | undefined>;
  readonly vault: NoticesVault;
  readonly maskPhone: (phone: string) => string;
  /** Whether anybody may be anybody here: then codes may be read by whoever asks. */
  readonly isDemo: () => Promise<boolean>;
}

/** Seals what rests here for a moment. */
export interface NoticesVault {
  readonly keyedHash: (purpose: string, text: string) => Buffer;
  readonly seal: (text: string, place: string) => Buffer;
  readonly open: (sealed: Buffer, place: string) => string;
}

export type KnownRecipient = { readonly customerId: Id } | { readonly engineerId: Id };

/** A phone in clear only for whom no id is known: it rests sealed until handed over. */
export type Recipient = KnownRecipient | { readonly phone: string };
