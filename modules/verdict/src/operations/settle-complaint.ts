import { COMPLAINT_CLOSED, COMPLAINT_JUDGED } from '@firstfix/contract/verdict/events';
import type { LiableParty } from '@firstfix/contract/verdict/schemas';
import { type Id, maskPhones } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { answer, type Complaint, close, judge } from '../complaint.ts';
import { complaintFacts } from '../facts.ts';
import type { VerdictNeeds } from '../needs.ts';
import { mustSee } from '../policy.ts';
import { getComplaint, lockComplaint, saveComplaint } from '../store/complaint-store.ts';
import { findStanding } from '../store/standing-store.ts';
import type { DB } from '../tables.ts';
import { topicsOf } from '../topics.ts';
import { closeWhenSettled } from './close-when-settled.ts';
import { stopAnswerClock, stopComplaintClocks } from './verdict-clocks.ts';

type IfMatch = number | undefined;

/** The first answer stops its clock. */
export async function answerComplaint(
  tx: Tx,
  caller: Caller,
  id: Id,
  given: { words: string; ifMatch: IfMatch },
): Promise<Complaint> {
  const before = await lockSeen(tx, caller, id, given.ifMatch);
  const complaint = await saveComplaint(tx, answer(before, maskPhones(given.words), tx.now));
  stopAnswerClock(tx, complaint);
  return complaint;
}

/** Who answers for the cause: from here on, and not before, somebody may be penalised. */
export async function judgeComplaint(
  tx: Tx,
  caller: Caller,
  id: Id,
  given: { liable: LiableParty; words: string; ifMatch: IfMatch },
): Promise<Complaint> {
  const before = await lockSeen(tx, caller, id, given.ifMatch);
  const { liable } = given;
  const judgement = { liable, words: maskPhones(given.words), by: caller.userId };
  const complaint = await saveComplaint(tx, judge(before, judgement, tx.now));
  tx.emit(COMPLAINT_JUDGED, { ...complaintFacts(complaint, tx.now), liable }, topicsOf(complaint));
  return complaint;
}

/** Settled; the order closes too when this was the last that kept it open. */
export async function closeComplaint(
  tx: Tx,
  needs: VerdictNeeds,
  caller: Caller,
  id: Id,
  ifMatch: IfMatch,
): Promise<Complaint> {
  const { workOrderId } = await getComplaint(tx.tables<DB>(), id);
  const order = await needs.orders.lockWorkOrder(tx, workOrderId);
  const before = await lockSeen(tx, caller, id, ifMatch);
  const complaint = await saveComplaint(tx, close(before, caller.role, tx.now));
  stopComplaintClocks(tx, complaint);
  tx.emit(COMPLAINT_CLOSED, complaintFacts(complaint, tx.now), topicsOf(complaint));
  await closeWhenSettled(tx, needs, order, await findStanding(tx.tables<DB>(), workOrderId));
  return complaint;
}

async function lockSeen(tx: Tx, caller: Caller, id: Id, ifMatch: IfMatch): Promise<Complaint> {
  const complaint = await lockComplaint(tx, id);
  mustSee(caller, 'complaint', id, complaint);
  checkVersion(complaint.version, ifMatch);
  return complaint;
}
