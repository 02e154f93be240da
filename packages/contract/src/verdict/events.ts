import { Type } from 'typebox';
import { event } from '../event.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';
import { FOLLOW_UP_OUTCOMES, LIABLE_PARTIES, SEVERITIES } from './schemas.ts';

const verdictFact = Type.Object({
  workOrderId: Uuid,
  customerId: Uuid,
  engineerId: Uuid,
  outletId: Uuid,
  territoryId: Uuid,
  revision: Type.Integer({ description: '1 for the first; a later one takes the place of all before' }),
  stars: Nullable(Type.Integer()),
  neutral: Type.Boolean(),
  counts: Type.Boolean(),
  at: Timestamp,
});

export const ORDER_RATED = event(
  'verdict.order_rated',
  'The customer rated, or the follow-up ended without a rating (neutral)',
  verdictFact,
);
export const RATING_CHANGED = event(
  'verdict.rating_changed',
  'The customer changed the rating, or gave one after the neutral verdict',
  verdictFact,
);

export const FOLLOW_UP_CLOSED = event(
  'verdict.follow_up_closed',
  'Nobody will ask about this order any more',
  Type.Object({
    workOrderId: Uuid,
    engineerId: Uuid,
    outletId: Uuid,
    territoryId: Uuid,
    outcome: Type.Enum([...FOLLOW_UP_OUTCOMES]),
    at: Timestamp,
  }),
);

const complaintRefs = {
  complaintId: Uuid,
  workOrderId: Uuid,
  customerId: Uuid,
  engineerId: Nullable(Uuid),
  outletId: Nullable(Uuid),
  territoryId: Uuid,
  severity: Type.Enum([...SEVERITIES]),
  at: Timestamp,
};

export const COMPLAINT_OPENED = event(
  'verdict.complaint_opened',
  'A customer complains and is owed an answer',
  Type.Object(complaintRefs),
);
export const COMPLAINT_JUDGED = event(
  'verdict.complaint_judged',
  'It is decided who answers for the cause',
  Type.Object({ ...complaintRefs, liable: Type.Enum([...LIABLE_PARTIES]) }),
);
export const COMPLAINT_CLOSED = event(
  'verdict.complaint_closed',
  'The complaint is settled',
  Type.Object(complaintRefs),
);
