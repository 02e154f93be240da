import { ABSENCE_OVER, ALREADY_THERE } from '@firstfix/contract/network/endpoints';
import { ABSENCE_REPORTED, ABSENCE_WITHDRAWN } from '@firstfix/contract/network/events';
import type { AbsenceKind } from '@firstfix/contract/network/states';
import { invalidField, notFound, refusal } from '@firstfix/contract/refusal';
import { type Id, type Instant, newId, toRfc3339 } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { type Absence, checkAbsence } from '../absence.ts';
import { engineerFacts, topicsOf } from '../facts.ts';
import { mustSeeEngineer } from '../policy.ts';
import { deleteAbsence, insertAbsence } from '../store/absence-store.ts';
import { lockEngineer } from '../store/engineer-store.ts';
import { lockChangeable } from './lock-engineer.ts';

interface NewAbsence {
  readonly id?: Id;
  readonly kind: AbsenceKind;
  readonly start: string;
  readonly end: string;
}

/** The engineer will not be there; plans of that time have to move. */
export async function reportAbsence(
  tx: Tx,
  caller: Caller,
  engineerId: Id,
  given: NewAbsence,
): Promise<Absence> {
  const absence = {
    id: given.id ?? newId(),
    kind: given.kind,
    start: readInstant('/start', given.start),
    end: readInstant('/end', given.end),
  };
  checkAbsence(absence, tx.now);
  const engineer = await lockChangeable(tx, caller, engineerId, undefined);
  if (!(await insertAbsence(tx, engineerId, absence))) {
    throw refusal(409, `${ALREADY_THERE}/absence`);
  }
  tx.emit(ABSENCE_REPORTED, { ...engineerFacts(engineer, tx.now), ...factsOf(absence) }, topicsOf(engineer));
  return absence;
}

/** The engineer will be there after all. 409 for an absence that is over: it happened. */
export async function withdrawAbsence(
  tx: Tx,
  caller: Caller,
  engineerId: Id,
  absenceId: Id,
): Promise<Absence> {
  const engineer = await lockEngineer(tx, engineerId);
  mustSeeEngineer(caller, engineer);
  const absence = await deleteAbsence(tx, engineerId, absenceId);
  if (!absence) throw notFound('absence', absenceId);
  if (absence.end <= tx.now) throw refusal(409, ABSENCE_OVER);
  tx.emit(ABSENCE_WITHDRAWN, { ...engineerFacts(engineer, tx.now), ...factsOf(absence) }, topicsOf(engineer));
  return absence;
}

function factsOf({ id, start, end }: Absence) {
  return { absenceId: id, start: toRfc3339(start), end: toRfc3339(end) };
}

/** The format lets through times no calendar has, like a 61st second. */
function readInstant(pointer: string, text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalidField(pointer, 'time');
  return instant;
}
