import { refusal } from '@firstfix/contract/refusal';
import { FOLLOW_UP_ENDED } from '@firstfix/contract/verdict/endpoints';
import type { FollowUpAnswer, FollowUpOutcome, FollowUpState } from '@firstfix/contract/verdict/schemas';
import { HOUR, type Id, type Instant } from '@firstfix/kernel';
import type { RatedWork } from './rating.ts';

/** From the end of the work until nobody asks any more. */
const FOLLOW_UP_LASTS = 72 * HOUR;

/** Asking the customer after the work: rating, confirmation, anything left undone. One per order. */
export interface FollowUp extends RatedWork {
  readonly state: FollowUpState;
  readonly outcome: FollowUpOutcome | null;
  readonly note: string;
  readonly ratingAsked: boolean;
  readonly reworkId: Id | null;
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredBy: Id | null;
  readonly endedAt: Instant | null;
}

export interface Answer {
  readonly answer: FollowUpAnswer;
  readonly note: string;
  readonly ratingAsked: boolean;
  readonly reworkId: Id | null;
  readonly by: Id;
}

export function startFollowUp(work: RatedWork, completedAt: Instant): FollowUp {
  return {
    ...work,
    state: 'open',
    outcome: null,
    note: '',
    ratingAsked: false,
    reworkId: null,
    dueAt: completedAt + FOLLOW_UP_LASTS,
    answeredAt: null,
    answeredBy: null,
    endedAt: null,
  };
}

/** Records what the customer said on the phone; a refill waits for the engineer and is answered again. */
export function answerFollowUp(followUp: FollowUp, given: Answer, now: Instant): FollowUp {
  mustBeRunning(followUp);
  const common = {
    note: given.note || followUp.note,
    ratingAsked: followUp.ratingAsked || given.ratingAsked,
    answeredAt: now,
    answeredBy: given.by,
  };
  if (given.answer === 'refill') return { ...followUp, ...common, state: 'refill' };
  return { ...followUp, ...common, state: 'answered', outcome: given.answer, reworkId: given.reworkId };
}

/** The customer's rating answers the question; a report sent back is still waited for. */
export function rated(followUp: FollowUp): FollowUp {
  return followUp.state === 'open' ? { ...followUp, state: 'answered', outcome: 'rated' } : followUp;
}

/** `neutral` stands when nobody said anything. */
export function endFollowUp(followUp: FollowUp, now: Instant): FollowUp {
  return { ...followUp, state: 'ended', outcome: followUp.outcome ?? 'neutral', endedAt: now };
}

function mustBeRunning(followUp: FollowUp): void {
  if (followUp.state === 'open' || followUp.state === 'refill') return;
  throw refusal(409, FOLLOW_UP_ENDED, { state: followUp.state });
}
