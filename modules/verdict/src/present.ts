import type { ComplaintView, FollowUpView, RatingView } from '@firstfix/contract/verdict/schemas';
import { type Instant, toRfc3339 } from '@firstfix/kernel';
import { type Complaint, limitsOf, stateOf } from './complaint.ts';
import type { FollowUp } from './follow-up.ts';
import { CHANGEABLE_FOR, type Rating, type Words } from './rating.ts';
import { WORKING_CALENDAR } from './working-calendar.ts';

type FormerWords = Words & { readonly revision: number; readonly givenAt: Instant };

export function presentRating(rating: Rating, history: readonly FormerWords[]): RatingView {
  return {
    workOrderId: rating.workOrderId,
    revision: rating.revision,
    ...presentWords(rating),
    counts: rating.counts,
    ratedAt: presentTime(rating.ratedAt),
    changeableUntil: presentTime(rating.ratedAt === null ? null : rating.ratedAt + CHANGEABLE_FOR),
    history: history.map((former) => ({
      revision: former.revision,
      ...presentWords(former),
      givenAt: toRfc3339(former.givenAt),
    })),
  };
}

function presentWords({ neutral, stars, dimensions, tags, words, photoHashes }: Words) {
  return { neutral, stars, dimensions, tags: [...tags], words, photoHashes: [...photoHashes] };
}

export function presentFollowUp(followUp: FollowUp): FollowUpView {
  const { answeredBy: _, ...shown } = followUp;
  return {
    ...shown,
    dueAt: toRfc3339(followUp.dueAt),
    answeredAt: presentTime(followUp.answeredAt),
    endedAt: presentTime(followUp.endedAt),
  };
}

export function presentComplaint(complaint: Complaint): ComplaintView {
  const { judgedBy: _, closedByRole: __, ...shown } = complaint;
  const limits = limitsOf(complaint, WORKING_CALENDAR);
  return {
    ...shown,
    state: stateOf(complaint),
    openedAt: toRfc3339(complaint.openedAt),
    answerDueAt: toRfc3339(limits.answerDueAt),
    closeDueAt: toRfc3339(limits.closeDueAt),
    answeredAt: presentTime(complaint.answeredAt),
    judgedAt: presentTime(complaint.judgedAt),
    closedAt: presentTime(complaint.closedAt),
  };
}

function presentTime(instant: Instant | null): string | null {
  return instant === null ? null : toRfc3339(instant);
}
