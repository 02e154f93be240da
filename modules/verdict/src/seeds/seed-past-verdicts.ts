import type { RatingBody, Severity } from '@firstfix/contract/verdict/schemas';
import { type Id, type Instant, newId, toDate, toDateOrNull } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import { insertPastClocks, insertRows, type PastClock, type Tx } from '@firstfix/platform';
import { hashCode, type KeyedHash } from '../adapters/completion-code.ts';
import { answer, type Complaint, close, type Judgement, judge } from '../complaint.ts';
import { answerFollowUp, endFollowUp, type FollowUp, rated, startFollowUp } from '../follow-up.ts';
import { NEW_COMPLAINT } from '../operations/open-complaint.ts';
import { complaintClocks, followUpClock, setFollowUpEnd } from '../operations/verdict-clocks.ts';
import { ratedWorkOf } from '../rated-work.ts';
import { changeRating, giveRating, neutralRating, type Rating, wordsOf } from '../rating.ts';
import { complaintColumns } from '../store/complaint-store.ts';
import { followUpColumns } from '../store/follow-up-store.ts';
import { historyColumns, ratingColumns } from '../store/rating-store.ts';

/** What became of an order's work after it was done, before the demo began. */
export interface PastVerdict {
  readonly order: WorkOrder;
  readonly completedAt: Instant;
  readonly completionCode: string;
  /** When the code was told to the engineer; null while nobody confirmed. */
  readonly confirmedAt: Instant | null;
  /** What the customer said, oldest first; a second one is a change of mind. */
  readonly ratings: readonly { readonly at: Instant; readonly body: RatingBody }[];
  /** An agent asked; a rating may come all the same. */
  readonly asked?: { readonly at: Instant; readonly by: Id; readonly note: string };
  readonly complaint?: PastComplaint;
}

export interface PastComplaint {
  readonly at: Instant;
  readonly severity: Severity;
  readonly words: string;
  readonly answered?: { readonly at: Instant; readonly words: string };
  readonly judged?: { readonly at: Instant } & Judgement;
  readonly closedAt?: Instant;
}

/** How an order was judged: what others are paid and told by. */
export interface SeededVerdict {
  readonly revisions: readonly Rating[];
}

/** Writes ratings, follow-ups, codes and complaints as their stories left them. */
export async function seedPastVerdicts(
  tx: Tx,
  keyedHash: KeyedHash,
  stories: readonly PastVerdict[],
): Promise<Map<Id, SeededVerdict>> {
  const lived = stories.map((story) => ({ story, ...live(tx, story) }));
  const complaints: Complaint[] = [];
  for (const { story } of lived) {
    if (story.complaint) complaints.push(await complain(tx, story.order, story.complaint));
  }
  const codes = stories.map(({ order, completedAt, completionCode, confirmedAt }) => ({
    work_order_id: order.id,
    hash: hashCode(keyedHash, order.id, completionCode),
    issued_at: toDate(completedAt),
    used_at: toDateOrNull(confirmedAt),
  }));
  await Promise.all([
    insertRows(tx, 'verdict.completion_code', codes),
    insertRows(
      tx,
      'verdict.follow_up',
      lived.map(({ followUp }) => followUpColumns(followUp)),
    ),
    insertRows(
      tx,
      'verdict.rating',
      lived.flatMap(({ revisions }) => revisions.slice(-1).map(ratingColumns)),
    ),
    insertRows(
      tx,
      'verdict.rating_history',
      lived.flatMap(({ revisions }) => revisions.map(historyColumns)),
    ),
    insertRows(tx, 'verdict.complaint', complaints.map(complaintColumns)),
    insertPastClocks(tx, [...lived.map(({ clock }) => clock), ...complaints.flatMap(clocksOfComplaint)]),
  ]);
  return new Map(lived.map(({ story, revisions }) => [story.order.id, { revisions }]));
}

interface Lived {
  readonly followUp: FollowUp;
  readonly revisions: readonly Rating[];
  readonly clock: PastClock;
}

/** The module's own rules, one after the other as it went. */
function live(tx: Tx, { order, completedAt, ratings, asked }: PastVerdict): Lived {
  const work = ratedWorkOf(order);
  const begun = startFollowUp(work, completedAt);
  const revisions: Rating[] = [];
  let followUp = begun;
  let answeredAt: Instant | null = null;
  if (asked) {
    const call = {
      answer: 'close' as const,
      ratingAsked: true,
      reworkId: null,
      by: asked.by,
      note: asked.note,
    };
    followUp = answerFollowUp(followUp, call, asked.at);
    answeredAt = asked.at;
  }
  for (const { at, body } of ratings) {
    const before = revisions.at(-1);
    const words = wordsOf(body);
    revisions.push(before ? changeRating(before, words, at) : giveRating(undefined, work, words, at));
    followUp = rated(followUp);
    answeredAt ??= at;
  }
  const over = begun.dueAt <= tx.now;
  if (over && revisions.length === 0) revisions.push(neutralRating(work, begun.dueAt));
  const endsAt = Math.min(
    order.closedAt ?? Number.POSITIVE_INFINITY,
    over ? begun.dueAt : Number.POSITIVE_INFINITY,
  );
  const closedAt = endsAt === Number.POSITIVE_INFINITY ? null : endsAt;
  if (closedAt !== null) followUp = endFollowUp(followUp, closedAt);
  else setFollowUpEnd(tx, followUp);
  const stoppedAt = answeredAt ?? closedAt;
  return { followUp, revisions, clock: { ...followUpClock(followUp), startedAt: completedAt, stoppedAt } };
}

async function complain(tx: Tx, order: WorkOrder, story: PastComplaint): Promise<Complaint> {
  const day = localDateOf(story.at, DEFAULT_ZONE).slice(2).replaceAll('-', '');
  const sequence = String(await tx.nextNumber('verdict.complaint_number_seq')).padStart(5, '0');
  let complaint: Complaint = {
    ...NEW_COMPLAINT,
    id: newId(),
    number: `C${day}${sequence}`,
    workOrderId: order.id,
    customerId: order.customerId,
    engineerId: order.engineerId,
    outletId: order.outletId,
    territoryId: order.territoryId,
    severity: story.severity,
    words: story.words,
    openedByRole: 'customer',
    openedAt: story.at,
  };
  if (story.answered) complaint = answer(complaint, story.answered.words, story.answered.at);
  if (story.judged) complaint = judge(complaint, story.judged, story.judged.at);
  if (story.closedAt !== undefined) complaint = close(complaint, 'quality', story.closedAt);
  return complaint;
}

function clocksOfComplaint(complaint: Complaint): PastClock[] {
  return complaintClocks(complaint).map((clock) => ({
    ...clock,
    startedAt: complaint.openedAt,
    stoppedAt: (clock.kind === 'complaint_answer' ? complaint.answeredAt : null) ?? complaint.closedAt,
  }));
}
