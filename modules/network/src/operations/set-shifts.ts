import { SHIFTS_CHANGED } from '@firstfix/contract/network/events';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import type { EngineerRecord } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import { checkShiftPlan, type ShiftPlan } from '../shift-plan.ts';
import { saveEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';

/** The whole weekly pattern and all dated exceptions anew. */
export async function setShifts(
  tx: Tx,
  caller: Caller,
  id: Id,
  { shifts, ifMatch }: { readonly shifts: ShiftPlan; readonly ifMatch: number | undefined },
): Promise<EngineerRecord> {
  checkShiftPlan(shifts);
  const before = await lockChangeable(tx, caller, id, ifMatch);
  const saved = await saveEngineer(tx, { ...before, shifts });
  tx.emit(SHIFTS_CHANGED, engineerFacts(saved, tx.now), topicsOf(saved));
  return saved;
}
