import { OUTLET_NOT_ACTIVE } from '@firstfix/contract/network/endpoints';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Outlet } from '../outlet.ts';
import { lockOutlet } from '../store/outlet-store.ts';

/** The outlet an engineer is to work for in a territory: active (409) and covering it (422). Locked. */
export async function outletFor(tx: Tx, outletId: Id, territoryId: Id): Promise<Outlet> {
  const outlet = await lockOutlet(tx, outletId);
  if (outlet.status !== 'active') {
    throw refusal(409, OUTLET_NOT_ACTIVE, { outlet: outlet.name, status: outlet.status });
  }
  if (!outlet.territoryIds.includes(territoryId)) {
    throw invalidField('/territoryId', 'not_covered', { outlet: outlet.name });
  }
  return outlet;
}
