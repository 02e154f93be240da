import type { Role } from '@firstfix/contract';
import { type Id, invalidField } from '@firstfix/kernel';

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
  if (role === 'engineer' && ownId === null)
    throw lacking('/ownId', 'An engineer’s account names the engineer.');
  if (role === 'outlet_owner' && outletId === null)
    throw lacking('/outletId', 'An outlet owner’s account names the outlet.');
  if (role === 'dispatcher' && territoryIds.length === 0) {
    throw lacking('/territoryIds', 'A dispatcher’s account names at least one territory.');
  }
  return { role, ownId, outletId, territoryIds };
}

function lacking(pointer: string, message: string) {
  return invalidField(pointer, 'required', message);
}
