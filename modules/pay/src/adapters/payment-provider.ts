import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';

/** Whoever takes the customers' money. */
export interface PaymentProvider {
  /** Stands on every payment and receipt. */
  readonly name: string;
  /** A simulator moves no money and takes its outcome from the customer's page. */
  readonly simulated: boolean;
  /** Where the customer pays. */
  readonly checkoutUrl: (paymentId: Id) => string;
  /** Asks for the money to go back; whatever leaves the house goes out by a job of this transaction. */
  readonly refund: (tx: Tx, paymentId: Id) => Promise<void>;
}

/** For demos and tests: says what it is on every payment. */
export const paymentSimulator: PaymentProvider = {
  name: 'simulator',
  simulated: true,
  checkoutUrl: (paymentId) => `/home/payments/${paymentId}`,
  refund: async () => undefined,
};
