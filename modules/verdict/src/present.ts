import type { ComplaintView, FollowUpView, RatingView } from '@firstfix/contract/verdict/schemas';
import { type Instant, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
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
    ratedAt: toRfc3339OrNull(rating.ratedAt),
    changeableUntil: toRfc3339OrNull(rating.ratedAt === null ? null : rating.ratedAt + CHANGEABLE_FOR),
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
    answeredAt: toRfc3339OrNull(followUp.answeredAt),
    endedAt: toRfc3339OrNull(followUp.endedAt),
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
    answeredAt: toRfc3339OrNull(complaint.answeredAt),
    judgedAt: toRfc3339OrNull(complaint.judgedAt),
    closedAt: toRfc3339OrNull(complaint.closedAt),
  };
}
