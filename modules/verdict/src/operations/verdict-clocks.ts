import { type NewSlaClock, startClock, stopClock, type Tx } from '@firstfix/platform';
import { type Complaint, limitsOf } from '../complaint.ts';
import type { FollowUp } from '../follow-up.ts';
import { WORKING_CALENDAR } from '../working-calendar.ts';

/** SLA clocks of this module: asking after the work, answering and closing complaints. */

export const END_FOLLOW_UP = 'verdict.end_follow_up';

/** The duty to ask, with the timer that ends the follow-up whether anybody asked or not. */
export function startFollowUpClock(tx: Tx, followUp: FollowUp): void {
  startClock(tx, followUpClock(followUp));
  setFollowUpEnd(tx, followUp);
}

export function followUpClock({ workOrderId, territoryId, dueAt }: FollowUp): NewSlaClock {
  return {
    kind: 'follow_up',
    subjectType: 'work-order',
    subjectId: workOrderId,
    territoryId,
    owner: 'role:agent',
    dueAt,
  };
}

export function setFollowUpEnd(tx: Tx, { workOrderId, dueAt }: FollowUp): void {
  tx.setTimer({ key: timerKey(workOrderId), dueAt, task: END_FOLLOW_UP, payload: { workOrderId } });
}

/** Somebody asked, or the customer spoke by himself. */
export function stopFollowUpClock(tx: Tx, workOrderId: string): void {
  stopClock(tx, workOrderId, 'follow_up');
}

export function cancelFollowUpEnd(tx: Tx, workOrderId: string): void {
  tx.cancelTimer(timerKey(workOrderId));
}

export function startComplaintClocks(tx: Tx, complaint: Complaint): void {
  for (const clock of complaintClocks(complaint)) startClock(tx, clock);
}

/** First answer, end, end at the latest. */
export function complaintClocks(complaint: Complaint): NewSlaClock[] {
  const { answerDueAt, closeDueAt, latestAt } = limitsOf(complaint, WORKING_CALENDAR);
  const subject = {
    subjectType: 'complaint',
    subjectId: complaint.id,
    territoryId: complaint.territoryId,
  };
  return [
    { ...subject, kind: 'complaint_answer', owner: 'role:agent', dueAt: answerDueAt },
    { ...subject, kind: 'complaint_close', owner: 'role:agent', dueAt: closeDueAt },
    { ...subject, kind: 'complaint_latest', owner: 'role:quality', dueAt: latestAt },
  ];
}

export function stopAnswerClock(tx: Tx, complaint: Complaint): void {
  stopClock(tx, complaint.id, 'complaint_answer');
}

export function stopComplaintClocks(tx: Tx, complaint: Complaint): void {
  for (const kind of ['complaint_answer', 'complaint_close', 'complaint_latest']) {
    stopClock(tx, complaint.id, kind);
  }
}

function timerKey(workOrderId: string): string {
  return `verdict:follow_up:${workOrderId}`;
}
