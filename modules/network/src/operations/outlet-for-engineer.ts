import { OUTLET_NOT_ACTIVE } from '@firstfix/contract/network/endpoints';
import { DomainError, type Id, invalidField } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Outlet } from '../outlet.ts';
import { lockOutlet } from '../store/outlet-store.ts';

/** The outlet an engineer is to work for in a territory: active (409) and covering it (422). Locked. */
export async function outletFor(tx: Tx, outletId: Id, territoryId: Id): Promise<Outlet> {
  const outlet = await lockOutlet(tx, outletId);
  if (outlet.status !== 'active') {
    throw new DomainError(
      409,
      OUTLET_NOT_ACTIVE,
      `The outlet ${outlet.name} is ${outlet.status} and takes nobody on.`,
    );
  }
  if (!outlet.territoryIds.includes(territoryId)) {
    throw invalidField('/territoryId', 'not_covered', `is not covered by the outlet ${outlet.name}`);
  }
  return outlet;
}
