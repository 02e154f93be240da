import type { Role } from '@firstfix/contract';
import type { AccountView } from '@firstfix/contract/identity/schemas';
import { type Id, type Instant, toRfc3339 } from '@firstfix/kernel';

/** User names are compared in one width and one case. */
export function comparableUserName(userName: string): string {
  return userName.normalize('NFKC').trim().toLowerCase();
}

/** An account as it is stored. */
export interface StoredAccount {
  readonly id: Id;
  readonly user_name: string;
  readonly role: string;
  readonly own_id: Id | null;
  readonly outlet_id: Id | null;
  readonly territory_ids: Id[];
  readonly active: boolean;
  readonly created_at: Instant;
}

export function presentAccount(row: StoredAccount): AccountView {
  return {
    id: row.id,
    userName: row.user_name,
    role: row.role as Exclude<Role, 'customer'>,
    ownId: row.own_id,
    outletId: row.outlet_id,
    territoryIds: row.territory_ids,
    active: row.active,
    createdAt: toRfc3339(row.created_at),
  };
}
