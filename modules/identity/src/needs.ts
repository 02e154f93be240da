import type { AddressInput } from '@firstfix/contract/customers/schemas';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';

/** Somebody whose phone is known. */
export interface Person {
  readonly userId: Id;
  readonly ownId: Id;
  readonly outletId: Id | null;
  readonly territoryIds: readonly Id[];
}

/** Who signs in by phone; each looked up where that person's data rests. */
export type PhoneRole = 'customer' | 'engineer';

/** A link on its way to the customer. */
export interface OrderLinkMessage {
  readonly workOrderId: Id;
  readonly customerId: Id;
  readonly number: string;
  readonly url: string;
}

/** Somebody who becomes a customer by signing in. */
export interface Newcomer {
  readonly name: string;
  readonly phone: string;
  readonly address: AddressInput;
}

/** What identity is given by those who know people and send messages. */
export interface IdentityNeeds {
  readonly findPersonByPhone: (phone: string, role: PhoneRole) => Promise<Person | undefined>;
  readonly registerCustomer: (tx: Tx, newcomer: Newcomer) => Promise<Person>;
  readonly sendCode: (tx: Tx, phone: string, code: string) => Promise<void>;
  readonly findWorkOrder: (
    tx: Tx,
    id: Id,
  ) => Promise<{ readonly customerId: Id; readonly number: string } | undefined>;
  readonly sendLink: (tx: Tx, link: OrderLinkMessage) => Promise<void>;
  /** `purpose` keeps hashes of different things apart. */
  readonly keyedHash: (purpose: string, text: string) => Buffer;
  /** People anybody may sign in as where the demo's data is. */
  readonly demo: {
    readonly userNames: readonly string[];
    readonly password: string;
    readonly engineerPhones: readonly string[];
    readonly customerPhones: readonly string[];
  };
}
