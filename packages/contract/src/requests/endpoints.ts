import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { CANCEL_REASONS } from '../orders/states.ts';
import { DateOnly, IdParams, Nullable, PageOf, pageQuery, Timestamp, Uuid, Window } from '../schemas.ts';
import { RequestCaller, ServiceRequestView, TriageCorrection, WantedItem } from './schemas.ts';
import { REQUEST_CHANNELS, REQUEST_STATES } from './states.ts';

const module = 'requests';

/** Codes of this module's refusals. */
export const ILLEGAL_REQUEST_ACTION = 'requests.illegal_action';
export const OUTSIDE_SERVICE_AREA = 'requests.outside_service_area';
export const EXTERNAL_ID_TAKEN = 'requests.external_id_taken';
export const NOT_THE_OWNER = 'requests.not_the_owner';
export const NO_HAND_OVER = 'requests.no_hand_over';

const readers = {
  customer: 'own',
  outlet_owner: 'outlet',
  agent: 'all',
  dispatcher: 'territory',
  quality: 'all',
  director: 'all',
  admin: 'all',
} as const;

const handlers = { agent: 'all', dispatcher: 'territory' } as const;

export const registerRequest = endpoint({
  id: 'registerRequest',
  method: 'POST',
  path: '/api/service-requests',
  module,
  summary: 'Register what a customer asks for',
  description:
    'Triage looks at it at once; with `triage: auto` its work orders are open when the answer comes. The same `externalId` of the same source again gives the request there is, with the new words as long as it is not triaged.',
  may: { customer: 'own', agent: 'all', dispatcher: 'territory', outlet_owner: 'outlet' },
  body: Type.Object({
    channel: Type.Enum([...REQUEST_CHANNELS]),
    source: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 40,
        description: 'Whose external id it is; default: the channel',
      }),
    ),
    externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    caller: RequestCaller,
    items: Type.Array(WantedItem, { minItems: 1, maxItems: 5 }),
    words: Type.String({ maxLength: 2000 }),
    photos: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), {
        maxItems: 9,
        description: 'Hashes of received files',
      }),
    ),
    wishedWindows: Type.Optional(Type.Array(Window, { maxItems: 5 })),
    urgent: Type.Optional(Type.Boolean({ description: 'Cannot wait: limit 2 hours' })),
    triage: Type.Optional(Type.Enum(['auto', 'manual'], { default: 'auto' })),
  }),
  response: ServiceRequestView,
  status: 201,
  errors: [OUTSIDE_SERVICE_AREA, EXTERNAL_ID_TAKEN],
});

export const listRequests = endpoint({
  id: 'listRequests',
  method: 'GET',
  path: '/api/service-requests',
  module,
  summary: 'Service requests, newest first',
  may: readers,
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(Type.Array(Type.Enum([...REQUEST_STATES]), { maxItems: REQUEST_STATES.length })),
    channel: Type.Optional(Type.Enum([...REQUEST_CHANNELS])),
    customerId: Type.Optional(Uuid),
    phone: Type.Optional(
      Type.String({ minLength: 5, maxLength: 20, description: 'The customer’s whole number' }),
    ),
    text: Type.Optional(Type.String({ maxLength: 100, description: 'Number, words, community' })),
    registeredFrom: Type.Optional(DateOnly),
    registeredTo: Type.Optional(DateOnly),
  }),
  response: PageOf(ServiceRequestView),
});

export const getRequest = endpoint({
  id: 'getRequest',
  method: 'GET',
  path: '/api/service-requests/{id}',
  module,
  summary: 'One service request',
  may: readers,
  params: IdParams,
  response: ServiceRequestView,
});

export const triageRequest = endpoint({
  id: 'triageRequest',
  method: 'POST',
  path: '/api/service-requests/{id}/triage',
  module,
  summary: 'Confirm or correct the triage; opens the work orders',
  may: handlers,
  params: IdParams,
  body: Type.Object({ corrections: Type.Optional(Type.Array(TriageCorrection, { maxItems: 5 })) }),
  response: ServiceRequestView,
  errors: [ILLEGAL_REQUEST_ACTION],
  ifMatch: true,
});

export const handOverRequest = endpoint({
  id: 'handOverRequest',
  method: 'POST',
  path: '/api/service-requests/{id}/hand-over',
  module,
  summary: 'Ask somebody to answer for the request from now on',
  description: 'Nothing changes until that person accepts. The owner asks, or a dispatcher.',
  may: handlers,
  params: IdParams,
  body: Type.Object({ toUserId: Uuid }),
  response: ServiceRequestView,
  errors: [ILLEGAL_REQUEST_ACTION, NOT_THE_OWNER],
});

export const acceptHandOver = endpoint({
  id: 'acceptHandOver',
  method: 'POST',
  path: '/api/service-requests/{id}/accept-hand-over',
  module,
  summary: 'Answer for the request and its orders from now on',
  may: handlers,
  params: IdParams,
  response: ServiceRequestView,
  errors: [ILLEGAL_REQUEST_ACTION, NO_HAND_OVER],
});

export const solveRequestRemotely = endpoint({
  id: 'solveRequestRemotely',
  method: 'POST',
  path: '/api/service-requests/{id}/solve-remotely',
  module,
  summary: 'Advice was enough; the customer is called back within 30 minutes',
  may: handlers,
  params: IdParams,
  body: Type.Object({ advice: Type.String({ minLength: 1, maxLength: 2000 }) }),
  response: ServiceRequestView,
  errors: [ILLEGAL_REQUEST_ACTION, 'orders.illegal_transition'],
  ifMatch: true,
});

export const callBack = endpoint({
  id: 'callBack',
  method: 'POST',
  path: '/api/service-requests/{id}/call-back',
  module,
  summary: 'The customer was asked whether the advice helped',
  description:
    'Solved closes the request and settles its orders; not solved reopens its orders, or opens them.',
  may: handlers,
  params: IdParams,
  body: Type.Object({ solved: Type.Boolean() }),
  response: ServiceRequestView,
  errors: [ILLEGAL_REQUEST_ACTION],
});

export const cancelRequest = endpoint({
  id: 'cancelRequest',
  method: 'POST',
  path: '/api/service-requests/{id}/cancel',
  module,
  summary: 'Nothing is wanted any more; its orders are cancelled with it',
  may: { customer: 'own', ...handlers },
  params: IdParams,
  body: Type.Object({ reason: Type.Enum([...CANCEL_REASONS]) }),
  response: ServiceRequestView,
  errors: [ILLEGAL_REQUEST_ACTION, 'orders.illegal_transition', 'orders.too_late_to_cancel'],
  ifMatch: true,
});

const watchers = {
  agent: 'all',
  dispatcher: 'territory',
  quality: 'all',
  director: 'all',
  admin: 'all',
} as const;

export const listCallBacks = endpoint({
  id: 'listCallBacks',
  method: 'GET',
  path: '/api/call-backs',
  module,
  summary: 'Customers to call back after advice, the longest due first',
  may: watchers,
  query: Type.Object(pageQuery),
  response: PageOf(
    Type.Object({
      requestId: Uuid,
      number: Type.String(),
      customerId: Uuid,
      territoryId: Uuid,
      ownerId: Uuid,
      advice: Type.String(),
      dueAt: Timestamp,
      overdue: Type.Boolean(),
    }),
  ),
});

export const listOmissions = endpoint({
  id: 'listOmissions',
  method: 'GET',
  path: '/api/omissions',
  module,
  summary:
    'Requests nobody handled in time: neither advice that was checked, nor an order, nor a cancellation',
  may: watchers,
  query: Type.Object(pageQuery),
  response: PageOf(
    Type.Object({
      requestId: Uuid,
      number: Type.String(),
      customerId: Uuid,
      territoryId: Uuid,
      ownerId: Uuid,
      missing: Type.Enum(['triage', 'call_back']),
      dueAt: Timestamp,
      offeredOwnerId: Nullable(Uuid),
    }),
  ),
});
