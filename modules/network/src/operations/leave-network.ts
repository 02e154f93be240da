import { ENGINEER_LEFT } from '@firstfix/contract/network/events';
import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Caller, Tx } from '@firstfix/platform';
import { type EngineerRecord, leave } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import { saveEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';

interface Wanted {
  /** The first day without work. */
  readonly leftOn: LocalDate;
  readonly ifMatch: number | undefined;
}

export async function leaveNetwork(
  tx: Tx,
  caller: Caller,
  id: Id,
  { leftOn, ifMatch }: Wanted,
): Promise<EngineerRecord> {
  const before = await lockChangeable(tx, caller, id, ifMatch);
  const saved = await saveEngineer(tx, leave(before, leftOn));
  tx.emit(ENGINEER_LEFT, { ...engineerFacts(saved, tx.now), leftOn }, topicsOf(saved));
  return saved;
}
