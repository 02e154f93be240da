import type { Role, Scope } from '@firstfix/contract';
import type { Id } from '@firstfix/kernel';

/** Who a session belongs to, as the module of identity knows it. */
export interface Principal {
  readonly sessionId: Id;
  readonly userId: Id;
  readonly role: Role;
  /** Whose rows are "own": the customer's or engineer's id. */
  readonly ownId: Id | null;
  readonly outletId: Id | null;
  readonly territoryIds: readonly Id[];
  /** A link's session sees one order only. */
  readonly onlyWorkOrderId: Id | null;
}

/** The caller of one operation: the principal and the rows that operation opens to it. */
export interface Caller extends Omit<Principal, 'role'> {
  readonly role: Role | 'guest';
  readonly scope: Scope;
  readonly requestId: string;
  readonly remoteAddress: string;
}

export interface Authenticator {
  /** `undefined` when the token opens no session. */
  authenticate(token: string): Promise<Principal | undefined>;
}
