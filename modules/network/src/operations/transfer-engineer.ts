import { ENGINEER_MOVED } from '@firstfix/contract/network/events';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import type { EngineerRecord } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import { saveEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';
import { outletFor } from './outlet-for-engineer.ts';

interface Wanted {
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly ifMatch: number | undefined;
}

/** Another outlet, another home territory. */
export async function transferEngineer(
  tx: Tx,
  caller: Caller,
  id: Id,
  { outletId, territoryId, ifMatch }: Wanted,
): Promise<EngineerRecord> {
  const outlet = await outletFor(tx, outletId, territoryId);
  const before = await lockChangeable(tx, caller, id, ifMatch);
  const saved = await saveEngineer(tx, { ...before, outletId, outletStatus: outlet.status, territoryId });
  const fact = {
    ...engineerFacts(saved, tx.now),
    fromOutletId: before.outletId,
    fromTerritoryId: before.territoryId,
  };
  tx.emit(ENGINEER_MOVED, fact, [...topicsOf(saved), `territory:${before.territoryId}`]);
  return saved;
}
