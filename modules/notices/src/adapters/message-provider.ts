import type { Tx } from '@firstfix/platform';

/** One message to be handed to a provider. */
export interface OutgoingMessage {
  /** Ours, unique: a provider that sees it again sends nothing twice. */
  readonly reference: string;
  readonly phone: string;
  readonly text: string;
}

/** After `accepted` it is asked for a receipt. `refused` is for good: sending again would not help. */
export type Handover =
  | { readonly outcome: 'accepted' | 'delivered' }
  | { readonly outcome: 'refused'; readonly reason: string };

export type Receipt = 'pending' | 'delivered' | 'undelivered';

/** Whoever carries messages to phones. Both verbs throw when it should be tried again later. */
export interface MessageProvider {
  /** Shown with every message: `simulator` sends nothing to anybody. */
  readonly name: string;
  /** What it keeps here of the message goes with the transaction. */
  send(tx: Tx, message: OutgoingMessage): Promise<Handover>;
  receiptOf(reference: string): Promise<Receipt>;
}
