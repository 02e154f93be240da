import { OUTLET_STATUS_CHANGED } from '@firstfix/contract/network/events';
import type { OutletStatus } from '@firstfix/contract/network/states';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { changeStatus, type Outlet } from '../outlet.ts';
import { mustSeeOutlet } from '../policy.ts';
import { lockOutlet, saveOutlet } from '../store/outlet-store.ts';
import { mustBeOfCity } from './create-outlet.ts';

type Changes = Partial<
  Pick<
    Outlet,
    'name' | 'territoryIds' | 'marketTier' | 'categories' | 'managerId' | 'qualityCertificateUntil'
  >
>;

/** Fields that are given are set. */
export async function changeOutlet(
  tx: Tx,
  caller: Caller,
  id: Id,
  { changes, ifMatch }: { readonly changes: Changes; readonly ifMatch: number | undefined },
): Promise<Outlet> {
  const before = await lockSeen(tx, caller, id, ifMatch);
  if (changes.territoryIds) await mustBeOfCity(tx, before.cityId, changes.territoryIds);
  return saveOutlet(tx, { ...before, ...changes });
}

interface WantedStatus {
  readonly status: OutletStatus;
  readonly reason: string;
  readonly ifMatch: number | undefined;
}

/** Into rectification, back to work, or out of the network. */
export async function changeOutletStatus(
  tx: Tx,
  caller: Caller,
  id: Id,
  { status, reason, ifMatch }: WantedStatus,
): Promise<Outlet> {
  const before = await lockSeen(tx, caller, id, ifMatch);
  const saved = await saveOutlet(tx, changeStatus(before, status, reason));
  tx.audit({
    action: 'changeOutletStatus',
    subjectType: 'outlet',
    subjectId: id,
    before: { status: before.status },
    after: { status },
  });
  tx.emit(
    OUTLET_STATUS_CHANGED,
    { outletId: id, from: before.status, to: status, at: toRfc3339(tx.now) },
    saved.territoryIds.map((territoryId) => `territory:${territoryId}`),
  );
  return saved;
}

async function lockSeen(tx: Tx, caller: Caller, id: Id, ifMatch: number | undefined): Promise<Outlet> {
  const outlet = await lockOutlet(tx, id);
  mustSeeOutlet(caller, outlet);
  checkVersion(outlet.version, ifMatch);
  return outlet;
}
