import type { Id } from '@firstfix/kernel';
import type { Orders } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import type { KeyedHash } from './adapters/completion-code.ts';

/** What this module is given. */
export interface VerdictNeeds {
  readonly orders: Orders;
  /** Brings the code to the customer's phone; the only place where it is ever in clear. */
  readonly sendCompletionCode: (
    tx: Tx,
    sent: { customerId: Id; workOrderId: Id; number: string; code: string },
  ) => Promise<void>;
  readonly keyedHash: KeyedHash;
}
