import { Type } from 'typebox';
import { event } from '../event.ts';
import { Timestamp, Uuid } from '../schemas.ts';

const requestRefs = {
  requestId: Uuid,
  customerId: Uuid,
  householdId: Uuid,
  territoryId: Uuid,
  channel: Type.String(),
  at: Timestamp,
};

export const REQUEST_REGISTERED = event(
  'requests.registered',
  'Somebody asked for something; a hazard is told at once',
  Type.Object({ ...requestRefs, hazard: Type.Boolean() }),
);

export const REQUEST_TRIAGED = event(
  'requests.triaged',
  'It is known what is wanted, and its work orders are open',
  Type.Object({ ...requestRefs, workOrderIds: Type.Array(Uuid) }),
);

export const REQUEST_SOLVED_REMOTELY = event(
  'requests.solved_remotely',
  'Advice was given; whether it helped is asked by the time given',
  Type.Object({ ...requestRefs, callBackDueAt: Timestamp }),
);

export const CALL_BACK_DUE = event(
  'requests.call_back_due',
  'The time to ask whether the advice helped is over, and nobody has asked',
  Type.Object(requestRefs),
);

export const CALL_BACK_MADE = event(
  'requests.call_back_made',
  'The customer was asked whether the advice helped',
  Type.Object({ ...requestRefs, solved: Type.Boolean() }),
);

export const REQUEST_HANDED_OVER = event(
  'requests.handed_over',
  'Another person answers for the request and its orders, and has agreed to',
  Type.Object({ ...requestRefs, fromUserId: Uuid, toUserId: Uuid }),
);

export const REQUEST_CANCELLED = event(
  'requests.cancelled',
  'Nothing will be done, for the reason given',
  Type.Object({ ...requestRefs, reason: Type.String() }),
);
