import { refusal } from '@firstfix/contract/refusal';
import { COMPLAINT_IS_CLOSED, NOT_JUDGED } from '@firstfix/contract/verdict/endpoints';
import type { ComplaintState, LiableParty, Severity } from '@firstfix/contract/verdict/schemas';
import { DAY, HOUR, type Id, type Instant } from '@firstfix/kernel';
import { addWorkingMinutes, type WorkingCalendar } from '@firstfix/kernel/working-time';

const FIRST_ANSWER_WORKING_MINUTES = 120;
const CLOSED_WITHIN: Readonly<Record<Severity, number>> = { severe: 24 * HOUR, normal: 72 * HOUR };
const CLOSED_AT_THE_LATEST = 7 * DAY;

export interface Complaint {
  readonly id: Id;
  readonly number: string;
  readonly workOrderId: Id;
  readonly customerId: Id;
  readonly engineerId: Id | null;
  readonly outletId: Id | null;
  readonly territoryId: Id;
  readonly severity: Severity;
  readonly words: string;
  readonly openedByRole: string;
  readonly openedAt: Instant;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly liable: LiableParty | null;
  readonly judgement: string | null;
  readonly judgedBy: Id | null;
  readonly judgedAt: Instant | null;
  readonly closedByRole: string | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

export interface ComplaintLimits {
  readonly answerDueAt: Instant;
  readonly closeDueAt: Instant;
  readonly latestAt: Instant;
}

/** Two working hours for the first answer, one or three days for the end, seven days at the latest. */
export function limitsOf(
  { openedAt, severity }: Pick<Complaint, 'openedAt' | 'severity'>,
  calendar: WorkingCalendar,
): ComplaintLimits {
  return {
    answerDueAt: addWorkingMinutes(calendar, openedAt, FIRST_ANSWER_WORKING_MINUTES),
    closeDueAt: openedAt + CLOSED_WITHIN[severity],
    latestAt: openedAt + CLOSED_AT_THE_LATEST,
  };
}

export function stateOf(complaint: Complaint): ComplaintState {
  if (complaint.closedAt !== null) return 'closed';
  if (complaint.judgedAt !== null) return 'judged';
  return complaint.answeredAt === null ? 'open' : 'answered';
}

/** Later answers take the place of the first; when the first came is kept. */
export function answer(complaint: Complaint, words: string, now: Instant): Complaint {
  mustBeOpen(complaint);
  return { ...complaint, answer: words, answeredAt: complaint.answeredAt ?? now };
}

export interface Judgement {
  readonly liable: LiableParty;
  readonly words: string;
  readonly by: Id;
}

export function judge(complaint: Complaint, given: Judgement, now: Instant): Complaint {
  mustBeOpen(complaint);
  return { ...complaint, liable: given.liable, judgement: given.words, judgedBy: given.by, judgedAt: now };
}

/** 409 before it is judged: nobody is let off or penalised by closing. */
export function close(complaint: Complaint, byRole: string, now: Instant): Complaint {
  mustBeOpen(complaint);
  if (complaint.judgedAt === null) {
    throw refusal(409, NOT_JUDGED, { number: complaint.number });
  }
  return { ...complaint, closedByRole: byRole, closedAt: now };
}

function mustBeOpen(complaint: Complaint): void {
  if (complaint.closedAt === null) return;
  throw refusal(409, COMPLAINT_IS_CLOSED, { number: complaint.number });
}
