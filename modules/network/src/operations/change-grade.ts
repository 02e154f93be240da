import { GRADE_CHANGED } from '@firstfix/contract/network/events';
import type { Grade } from '@firstfix/contract/network/states';
import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Caller, Tx } from '@firstfix/platform';
import { changeGrade as change, type EngineerRecord } from '../engineer.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import type { Ladder } from '../grade-ladder.ts';
import { saveEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';

interface Wanted {
  readonly grade: Grade;
  /** Number of the examination or re-assessment. */
  readonly evidence: string;
  readonly ifMatch: number | undefined;
  readonly ladder: Ladder;
  readonly today: (territoryId: Id) => Promise<LocalDate>;
}

/** An engineer rises, once the ladder allows it, or falls. */
export async function changeGrade(tx: Tx, caller: Caller, id: Id, wanted: Wanted): Promise<EngineerRecord> {
  const before = await lockChangeable(tx, caller, id, wanted.ifMatch);
  const date = await wanted.today(before.territoryId);
  const saved = await saveEngineer(tx, change(before, wanted.grade, wanted.ladder, date));
  tx.audit({
    action: 'changeGrade',
    subjectType: 'engineer',
    subjectId: id,
    before: { grade: before.grade },
    after: { grade: saved.grade, evidence: wanted.evidence },
  });
  const fact = { ...engineerFacts(saved, tx.now), from: before.grade, to: saved.grade };
  tx.emit(GRADE_CHANGED, fact, topicsOf(saved));
  return saved;
}
