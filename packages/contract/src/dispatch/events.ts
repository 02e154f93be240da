import { Type } from 'typebox';
import { event } from '../event.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';
import { OFFER_STATES } from './states.ts';

export const OFFER_CHANGED = event(
  'dispatch.offer_changed',
  'An order was put up for claim, more engineers were asked, or the offer ended',
  Type.Object({
    offerId: Uuid,
    workOrderId: Uuid,
    territoryId: Uuid,
    state: Type.Enum([...OFFER_STATES]),
    round: Type.Integer(),
    at: Timestamp,
  }),
);

const exceptionRefs = {
  exceptionId: Uuid,
  kind: Type.String(),
  subjectType: Type.String(),
  subjectId: Uuid,
  territoryId: Nullable(Uuid),
  at: Timestamp,
};

export const EXCEPTION_RAISED = event(
  'dispatch.exception_raised',
  'A person must look at something',
  Type.Object(exceptionRefs),
);
export const EXCEPTION_RESOLVED = event(
  'dispatch.exception_resolved',
  'A person said what was done about an exception',
  Type.Object(exceptionRefs),
);
