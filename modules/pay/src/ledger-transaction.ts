import type { AccountKind } from '@firstfix/contract/pay/schemas';
import type { Id, Money } from '@firstfix/kernel';

/** Whose money: `ownerId` is the territory of a cost centre or of revenue, the outlet, the engineer. */
export interface Account {
  readonly kind: AccountKind;
  readonly ownerId: Id | null;
}

/** Positive = debit, negative = credit, never zero. */
export interface Line {
  readonly account: Account;
  readonly amountFen: Money;
}

export interface NewTransaction {
  /** Why, once for ever: posting the same cause again does nothing. */
  readonly cause: string;
  readonly kind: string;
  readonly workOrderId: Id | null;
  readonly lines: readonly Line[];
}

export interface Reversal {
  readonly cause: string;
  /** Cause of the transaction to take back; one never posted is passed over. */
  readonly of: string;
}
