import { Type } from 'typebox';
import { event } from '../event.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';
import { HOLDS, UNASSIGN_REASONS } from './states.ts';

const orderRefs = {
  workOrderId: Uuid,
  customerId: Uuid,
  territoryId: Uuid,
  at: Timestamp,
};

const visitRefs = {
  visitId: Uuid,
  workOrderIds: Type.Array(Uuid),
  engineerId: Uuid,
  outletId: Uuid,
  territoryId: Uuid,
  at: Timestamp,
};

export const WORK_ORDER_OPENED = event(
  'orders.work_order_opened',
  'An order exists and its clock runs',
  Type.Object(orderRefs),
);

export const WINDOW_PROMISED = event(
  'orders.window_promised',
  'The customer has an arrival window, new or changed',
  Type.Object({ ...orderRefs, start: Timestamp, end: Timestamp, engineerId: Nullable(Uuid) }),
);

export const VISIT_PLANNED = event(
  'orders.visit_planned',
  'An engineer was assigned',
  Type.Object(visitRefs),
);
export const VISIT_ACCEPTED = event(
  'orders.visit_accepted',
  'The engineer took the visit',
  Type.Object(visitRefs),
);
export const VISIT_DEPARTED = event(
  'orders.visit_departed',
  'The engineer is on the way',
  Type.Object(visitRefs),
);
export const VISIT_ARRIVED = event(
  'orders.visit_arrived',
  'The engineer is at the door',
  Type.Object(visitRefs),
);
export const VISIT_BEGAN = event('orders.visit_began', 'The engineer is at work', Type.Object(visitRefs));
export const VISIT_FINISHED = event('orders.visit_finished', 'The work is done', Type.Object(visitRefs));
export const VISIT_ENDED_UNFINISHED = event(
  'orders.visit_ended_unfinished',
  'A visit ended without the work done: declined, no-show, cancelled or cannot complete. Taken back by dispatch is told apart',
  Type.Object({ ...visitRefs, how: Type.String(), reason: Nullable(Type.String()) }),
);

export const VISIT_UNASSIGNED = event(
  'orders.visit_unassigned',
  'Dispatch took a visit back from its engineer before it began; its orders wait for another',
  Type.Object({ ...visitRefs, reason: Type.Enum([...UNASSIGN_REASONS]) }),
);

export const WORK_ORDER_URGED = event(
  'orders.work_order_urged',
  'The customer or outlet presses and is owed an answer',
  Type.Object({ ...orderRefs, urgeCount: Type.Integer() }),
);
export const HOLD_CHANGED = event(
  'orders.hold_changed',
  'An order waits for something, or no longer does',
  Type.Object({ ...orderRefs, hold: Nullable(Type.Enum([...HOLDS])) }),
);
export const WORK_ORDER_CANCELLED = event(
  'orders.work_order_cancelled',
  'The order will not be done',
  Type.Object({ ...orderRefs, reason: Type.String(), engineerId: Nullable(Uuid) }),
);
export const WORK_ORDER_CONFIRMED = event(
  'orders.work_order_confirmed',
  'The customer, or the follow-up, says the work is done',
  Type.Object({ ...orderRefs, by: Type.String() }),
);
export const WORK_ORDER_CLOSED = event(
  'orders.work_order_closed',
  'Nothing is left to do',
  Type.Object(orderRefs),
);
