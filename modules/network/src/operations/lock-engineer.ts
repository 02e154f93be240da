import type { Id } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { type EngineerRecord, mustStay } from '../engineer.ts';
import { mustSeeEngineer } from '../policy.ts';
import { lockEngineer } from '../store/engineer-store.ts';

/** The engineer, locked, whom the caller may change: seen (404), unchanged since (412), not leaving (409). */
export async function lockChangeable(
  tx: Tx,
  caller: Caller,
  id: Id,
  ifMatch: number | undefined,
): Promise<EngineerRecord> {
  const engineer = await lockEngineer(tx, id);
  mustSeeEngineer(caller, engineer);
  checkVersion(engineer.version, ifMatch);
  mustStay(engineer);
  return engineer;
}
