import { type Static, Type } from 'typebox';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

/** What a customer can tick beside the stars. */
export const RATING_TAGS = [
  'on_time',
  'late',
  'fixed',
  'not_fixed',
  'explained_well',
  'polite',
  'rude',
  'price_clear',
  'price_unclear',
  'left_clean',
  'left_dirty',
] as const;

export const SEVERITIES = ['severe', 'normal'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who answers for the cause of a complaint; `nobody` and `customer` = not upheld. */
export const LIABLE_PARTIES = [
  'engineer',
  'outlet',
  'brand',
  'product',
  'logistics',
  'customer',
  'nobody',
] as const;
export type LiableParty = (typeof LIABLE_PARTIES)[number];

export const COMPLAINT_STATES = ['open', 'answered', 'judged', 'closed'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const FOLLOW_UP_STATES = ['open', 'refill', 'answered', 'ended'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** What an agent makes of a follow-up: done, work to be redone, report to be completed. */
export const FOLLOW_UP_ANSWERS = ['close', 'redo', 'refill'] as const;
export type FollowUpAnswer = (typeof FOLLOW_UP_ANSWERS)[number];

export const FOLLOW_UP_OUTCOMES = ['close', 'redo', 'rated', 'neutral'] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

const Stars = Type.Integer({ minimum: 1, maximum: 5 });
export const MediaHash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Hash of a received file' });

export const Dimensions = Type.Object({
  promptness: Nullable(Stars),
  skill: Nullable(Stars),
  manner: Nullable(Stars),
  priceClarity: Nullable(Stars),
  cleanliness: Nullable(Stars),
});
export type Dimensions = Static<typeof Dimensions>;

export const RatingBody = Type.Object({
  stars: Stars,
  dimensions: Type.Optional(Type.Partial(Dimensions)),
  tags: Type.Optional(Type.Array(Type.Enum([...RATING_TAGS]), { maxItems: RATING_TAGS.length })),
  words: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Long digit runs are masked before storing' }),
  ),
  photoHashes: Type.Optional(Type.Array(MediaHash, { maxItems: 9 })),
});
export type RatingBody = Static<typeof RatingBody>;

const said = {
  revision: Type.Integer(),
  neutral: Type.Boolean({ description: 'The follow-up ended without stars' }),
  stars: Nullable(Stars),
  dimensions: Dimensions,
  tags: Type.Array(Type.String()),
  words: Type.String(),
  photoHashes: Type.Array(Type.String()),
};

export const RatingView = Type.Object({
  workOrderId: Uuid,
  ...said,
  counts: Type.Boolean({ description: 'False while the rating is under verification' }),
  ratedAt: Nullable(Timestamp),
  changeableUntil: Nullable(Timestamp),
  history: Type.Array(Type.Object({ ...said, givenAt: Timestamp })),
});
export type RatingView = Static<typeof RatingView>;

export const ConfirmationView = Type.Object({
  workOrderId: Uuid,
  state: Type.String(),
  version: Type.Integer(),
});

export const FollowUpView = Type.Object({
  workOrderId: Uuid,
  state: Type.Enum([...FOLLOW_UP_STATES]),
  outcome: Nullable(Type.Enum([...FOLLOW_UP_OUTCOMES])),
  note: Type.String(),
  ratingAsked: Type.Boolean(),
  reworkId: Nullable(Uuid),
  customerId: Uuid,
  engineerId: Uuid,
  outletId: Uuid,
  territoryId: Uuid,
  dueAt: Timestamp,
  answeredAt: Nullable(Timestamp),
  endedAt: Nullable(Timestamp),
});
export type FollowUpView = Static<typeof FollowUpView>;

export const ComplaintView = Type.Object({
  id: Uuid,
  number: Type.String(),
  workOrderId: Uuid,
  customerId: Uuid,
  engineerId: Nullable(Uuid),
  outletId: Nullable(Uuid),
  territoryId: Uuid,
  severity: Type.Enum([...SEVERITIES]),
  state: Type.Enum([...COMPLAINT_STATES]),
  words: Type.String(),
  openedByRole: Type.String(),
  openedAt: Timestamp,
  answerDueAt: Timestamp,
  closeDueAt: Timestamp,
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Timestamp),
  liable: Nullable(Type.Enum([...LIABLE_PARTIES])),
  judgement: Nullable(Type.String()),
  judgedAt: Nullable(Timestamp),
  closedAt: Nullable(Timestamp),
  version: Type.Integer(),
});
export type ComplaintView = Static<typeof ComplaintView>;
