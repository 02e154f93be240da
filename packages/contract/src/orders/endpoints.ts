import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { IdParams, Nullable, PageOf, pageQuery, Timestamp, Uuid, Window } from '../schemas.ts';
import {
  dayQuery,
  FacetCounts,
  Happening,
  JourneyEntry,
  Place,
  VisitView,
  Work,
  WorkOrderView,
} from './schemas.ts';
import { CANCEL_REASONS, HOLDS, WORK_ORDER_STATES } from './states.ts';

const module = 'orders';

/** Codes of this module's refusals. */
export const ILLEGAL_TRANSITION = 'orders.illegal_transition';
export const WINDOW_NOT_AHEAD = 'orders.window_not_ahead';
export const NOBODY_ASSIGNED = 'orders.nobody_assigned';
export const TOO_LATE_TO_CANCEL = 'orders.too_late_to_cancel';

const readers = {
  customer: 'own',
  engineer: 'own',
  outlet_owner: 'outlet',
  agent: 'all',
  dispatcher: 'territory',
  quality: 'all',
  finance: 'all',
  director: 'all',
  admin: 'all',
} as const;

export const openWorkOrder = endpoint({
  id: 'openWorkOrder',
  method: 'POST',
  path: '/api/work-orders',
  module,
  summary: 'Open a work order',
  description:
    'Usually triage does this from a service request; an agent can for work nobody asked for, like a patrol.',
  may: { agent: 'all', dispatcher: 'territory' },
  body: Type.Object({
    id: Type.Optional(Uuid),
    requestId: Type.Optional(Nullable(Uuid)),
    customerId: Uuid,
    householdId: Uuid,
    applianceId: Type.Optional(Nullable(Uuid)),
    territoryId: Uuid,
    reworkOf: Type.Optional(Nullable(Uuid)),
    work: Work,
    place: Place,
  }),
  response: WorkOrderView,
  status: 201,
});

const listFilter = {
  state: Type.Optional(Type.Array(Type.Enum([...WORK_ORDER_STATES]), { maxItems: WORK_ORDER_STATES.length })),
  territoryId: Type.Optional(Uuid),
  outletId: Type.Optional(Uuid),
  engineerId: Type.Optional(Uuid),
  customerId: Type.Optional(Uuid),
  workType: Type.Optional(Type.String({ maxLength: 30 })),
  openedFrom: Type.Optional(Timestamp),
  openedTo: Type.Optional(Timestamp),
  text: Type.Optional(Type.String({ maxLength: 100, description: 'Number, words of the fault, community' })),
};

export const listWorkOrders = endpoint({
  id: 'listWorkOrders',
  method: 'GET',
  path: '/api/work-orders',
  module,
  summary: 'Work orders, most urgent or newest first',
  may: readers,
  query: Type.Object({
    ...pageQuery,
    ...listFilter,
    sort: Type.Optional(Type.Enum(['due', 'newest'], { default: 'due' })),
  }),
  response: PageOf(WorkOrderView),
});

export const countWorkOrders = endpoint({
  id: 'countWorkOrders',
  method: 'GET',
  path: '/api/work-order-counts',
  module,
  summary: 'How many work orders there are by state and hold',
  may: readers,
  query: Type.Object({
    territoryId: Type.Optional(Uuid),
    outletId: Type.Optional(Uuid),
    openedFrom: Type.Optional(Timestamp),
    openedTo: Type.Optional(Timestamp),
  }),
  response: FacetCounts,
});

export const exportWorkOrders = endpoint({
  id: 'exportWorkOrders',
  method: 'GET',
  path: '/api/work-orders.csv',
  module,
  summary: 'The filtered list as CSV',
  may: readers,
  query: Type.Object({
    ...listFilter,
    sort: Type.Optional(Type.Enum(['due', 'newest'], { default: 'newest' })),
  }),
  response: Type.Any(),
});

export const getWorkOrder = endpoint({
  id: 'getWorkOrder',
  method: 'GET',
  path: '/api/work-orders/{id}',
  module,
  summary: 'One work order',
  may: readers,
  params: IdParams,
  response: WorkOrderView,
});

export const listJourney = endpoint({
  id: 'listJourney',
  method: 'GET',
  path: '/api/work-orders/{id}/journey',
  module,
  summary: 'Everything that happened to an order, oldest first',
  may: readers,
  params: IdParams,
  response: Type.Object({ items: Type.Array(JourneyEntry) }),
});

export const listHappenings = endpoint({
  id: 'listHappenings',
  method: 'GET',
  path: '/api/happenings',
  module,
  summary: 'What happened last to the orders of a territory opened within a week, the latest first',
  may: { dispatcher: 'territory', director: 'all', admin: 'all' },
  query: Type.Object({
    territoryId: Uuid,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 40 })),
  }),
  response: Type.Object({ items: Type.Array(Happening) }),
});

export const rescheduleVisit = endpoint({
  id: 'rescheduleVisit',
  method: 'POST',
  path: '/api/work-orders/{id}/reschedule',
  module,
  summary: 'Agree on another arrival window',
  description:
    'For people who spoke with the customer. The engineer keeps the visit when the planned time still fits the new window, else the order needs a new assignment.',
  may: { engineer: 'own', outlet_owner: 'outlet', agent: 'all', dispatcher: 'territory' },
  params: IdParams,
  body: Type.Object({ arrivalWindow: Window, reason: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: WorkOrderView,
  errors: [ILLEGAL_TRANSITION, WINDOW_NOT_AHEAD],
  ifMatch: true,
});

export const cancelWorkOrder = endpoint({
  id: 'cancelWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/cancel',
  module,
  summary: 'Cancel an order; never once the work began',
  may: { customer: 'own', agent: 'all', dispatcher: 'territory' },
  params: IdParams,
  body: Type.Object({
    reason: Type.Enum([...CANCEL_REASONS]),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  response: WorkOrderView,
  errors: [ILLEGAL_TRANSITION, TOO_LATE_TO_CANCEL],
  ifMatch: true,
});

export const holdWorkOrder = endpoint({
  id: 'holdWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/hold',
  module,
  summary: 'Let an order wait for a part, the customer or support',
  may: { engineer: 'own', agent: 'all', dispatcher: 'territory' },
  params: IdParams,
  body: Type.Object({ hold: Type.Enum([...HOLDS]), reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  response: WorkOrderView,
  errors: [ILLEGAL_TRANSITION],
  ifMatch: true,
});

export const releaseHold = endpoint({
  id: 'releaseHold',
  method: 'POST',
  path: '/api/work-orders/{id}/release-hold',
  module,
  summary: 'What the order waited for is there',
  may: { agent: 'all', dispatcher: 'territory' },
  params: IdParams,
  response: WorkOrderView,
  errors: [ILLEGAL_TRANSITION],
  ifMatch: true,
});

export const urgeWorkOrder = endpoint({
  id: 'urgeWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/urge',
  module,
  summary: 'Press for the work; counted, and owes an answer',
  may: { customer: 'own', outlet_owner: 'outlet', agent: 'all' },
  params: IdParams,
  response: WorkOrderView,
  errors: [ILLEGAL_TRANSITION],
});

export const listVisits = endpoint({
  id: 'listVisits',
  method: 'GET',
  path: '/api/visits',
  module,
  summary: 'An engineer’s or a territory’s visits of one day, in the planned order',
  may: {
    engineer: 'own',
    outlet_owner: 'outlet',
    agent: 'all',
    dispatcher: 'territory',
    director: 'all',
    admin: 'all',
  },
  query: Type.Object({ ...dayQuery, engineerId: Type.Optional(Uuid), territoryId: Type.Optional(Uuid) }),
  response: Type.Object({ items: Type.Array(VisitView) }),
});

export const getVisit = endpoint({
  id: 'getVisit',
  method: 'GET',
  path: '/api/visits/{id}',
  module,
  summary: 'One visit',
  may: readers,
  params: IdParams,
  response: VisitView,
});

export const acceptVisit = endpoint({
  id: 'acceptVisit',
  method: 'POST',
  path: '/api/visits/{id}/accept',
  module,
  summary: 'The engineer takes the visit',
  may: { engineer: 'own' },
  params: IdParams,
  response: VisitView,
  errors: [ILLEGAL_TRANSITION],
});

export const declineVisit = endpoint({
  id: 'declineVisit',
  method: 'POST',
  path: '/api/visits/{id}/decline',
  module,
  summary: 'The engineer gives the visit back, with a reason',
  may: { engineer: 'own' },
  params: IdParams,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: VisitView,
  errors: [ILLEGAL_TRANSITION],
});

export const markNoShow = endpoint({
  id: 'markNoShow',
  method: 'POST',
  path: '/api/visits/{id}/no-show',
  module,
  summary: 'Nobody came: the visit ends and the order is dispatched again',
  may: { agent: 'all', dispatcher: 'territory' },
  params: IdParams,
  response: VisitView,
  errors: [ILLEGAL_TRANSITION],
});
