import { STANDING_CHANGED } from '@firstfix/contract/network/events';
import type { Standing } from '@firstfix/contract/network/states';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { changeStanding as change, type EngineerRecord } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import { saveEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';

interface Wanted {
  readonly standing: Standing;
  readonly reason: string;
  readonly ifMatch: number | undefined;
}

/** The standing of a licence changes, signed by the caller. */
export async function changeStanding(
  tx: Tx,
  caller: Caller,
  id: Id,
  { standing, reason, ifMatch }: Wanted,
): Promise<EngineerRecord> {
  const before = await lockChangeable(tx, caller, id, ifMatch);
  const saved = await saveEngineer(tx, change(before, standing, reason, caller.userId));
  tx.audit({
    action: 'changeStanding',
    subjectType: 'engineer',
    subjectId: id,
    before: { standing: before.standing },
    after: { standing },
  });
  const fact = { ...engineerFacts(saved, tx.now), from: before.standing, to: standing };
  tx.emit(STANDING_CHANGED, fact, topicsOf(saved));
  return saved;
}
