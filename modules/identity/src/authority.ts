import type { Role } from '@firstfix/contract';
import { invalidField } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';

/** What an account may do, and over which rows. */
export interface Authority {
  readonly role: Role;
  readonly ownId: Id | null;
  readonly outletId: Id | null;
  readonly territoryIds: readonly Id[];
}

export interface GivenAuthority {
  readonly role: Role;
  readonly ownId?: Id | null;
  readonly outletId?: Id | null;
  readonly territoryIds?: readonly Id[];
}

/** 422 for a role that lacks the rows it works on. */
export function completeAuthority(given: GivenAuthority): Authority {
  const { role, ownId = null, outletId = null, territoryIds = [] } = given;
  if (role === 'engineer' && ownId === null) throw invalidField('/ownId', 'required/account_engineer');
  if (role === 'outlet_owner' && outletId === null)
    throw invalidField('/outletId', 'required/account_outlet');
  if (role === 'dispatcher' && territoryIds.length === 0) {
    throw invalidField('/territoryIds', 'required/account_territories');
  }
  return { role, ownId, outletId, territoryIds };
}
