import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { IdParams, PageOf, pageQuery, Uuid } from '../schemas.ts';
import {
  ComplaintView,
  ConfirmationView,
  FOLLOW_UP_ANSWERS,
  FollowUpView,
  LIABLE_PARTIES,
  MediaHash,
  RatingBody,
  RatingView,
  SEVERITIES,
} from './schemas.ts';

const module = 'verdict';

/** Codes of this module's refusals. */
export const WRONG_COMPLETION_CODE = 'verdict.wrong_completion_code';
export const COMPLETION_CODE_LOCKED = 'verdict.completion_code_locked';
export const NOT_FINISHED = 'verdict.not_finished';
export const ALREADY_RATED = 'verdict.already_rated';
export const NOT_RATED = 'verdict.not_rated';
export const RATING_CLOSED = 'verdict.rating_closed';
export const FOLLOW_UP_ENDED = 'verdict.follow_up_ended';
export const NOT_JUDGED = 'verdict.not_judged';
export const COMPLAINT_IS_CLOSED = 'verdict.complaint_closed';

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

export const confirmWorkOrder = endpoint({
  id: 'confirmWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/confirm',
  module,
  summary: 'The customer says the work is done',
  description:
    'The customer needs nothing more than being signed in. The engineer enters the completion code the customer reads out, or gives a signature. Five wrong codes lock entering codes for 15 minutes. Confirming again changes nothing.',
  may: { customer: 'own', engineer: 'own' },
  params: IdParams,
  body: Type.Object({
    completionCode: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
    signatureHash: Type.Optional(MediaHash),
  }),
  response: ConfirmationView,
  errors: [WRONG_COMPLETION_CODE, COMPLETION_CODE_LOCKED, 'orders.illegal_transition'],
});

export const rateWorkOrder = endpoint({
  id: 'rateWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/rating',
  module,
  summary: 'The customer rates the work, once',
  may: { customer: 'own' },
  params: IdParams,
  body: RatingBody,
  response: RatingView,
  status: 201,
  errors: [NOT_FINISHED, ALREADY_RATED, RATING_CLOSED],
});

export const changeRating = endpoint({
  id: 'changeRating',
  method: 'PUT',
  path: '/api/work-orders/{id}/rating',
  module,
  summary: 'The customer changes the rating, within 7 days',
  may: { customer: 'own' },
  params: IdParams,
  body: RatingBody,
  response: RatingView,
  errors: [NOT_RATED, RATING_CLOSED],
});

export const getRating = endpoint({
  id: 'getRating',
  method: 'GET',
  path: '/api/work-orders/{id}/rating',
  module,
  summary: 'What the customer said, with what was said before',
  may: readers,
  params: IdParams,
  response: RatingView,
});

export const listFollowUps = endpoint({
  id: 'listFollowUps',
  method: 'GET',
  path: '/api/follow-ups',
  module,
  summary: 'Follow-ups waiting for a call, most urgent first',
  may: {
    engineer: 'own',
    agent: 'all',
    dispatcher: 'territory',
    quality: 'all',
    director: 'all',
    admin: 'all',
  },
  query: Type.Object({
    ...pageQuery,
    territoryId: Type.Optional(Uuid),
    state: Type.Optional(Type.Enum(['open', 'refill'])),
  }),
  response: PageOf(FollowUpView),
});

export const getFollowUp = endpoint({
  id: 'getFollowUp',
  method: 'GET',
  path: '/api/work-orders/{id}/follow-up',
  module,
  summary: 'The follow-up of an order',
  may: { agent: 'all', dispatcher: 'territory', quality: 'all', director: 'all', admin: 'all' },
  params: IdParams,
  response: FollowUpView,
});

export const answerFollowUp = endpoint({
  id: 'answerFollowUp',
  method: 'POST',
  path: '/api/work-orders/{id}/follow-up',
  module,
  summary: 'What the customer said on the phone',
  description:
    '`close`: all is well. `redo`: not solved; a rework order opens. `refill`: the engineer must complete the report. The stars stay the customer’s own: note that they were asked for.',
  may: { agent: 'all' },
  params: IdParams,
  body: Type.Object({
    answer: Type.Enum([...FOLLOW_UP_ANSWERS]),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
    ratingAsked: Type.Optional(Type.Boolean()),
  }),
  response: FollowUpView,
  errors: [FOLLOW_UP_ENDED],
});

export const openComplaint = endpoint({
  id: 'openComplaint',
  method: 'POST',
  path: '/api/work-orders/{id}/complaints',
  module,
  summary: 'Complain about an order',
  description:
    'First answer within 2 working hours; closed within 24 hours when severe, else 72; at the latest within 7 days.',
  may: { customer: 'own', agent: 'all' },
  params: IdParams,
  body: Type.Object({
    severity: Type.Enum([...SEVERITIES]),
    words: Type.String({
      minLength: 1,
      maxLength: 2000,
      description: 'Long digit runs are masked before storing',
    }),
  }),
  response: ComplaintView,
  status: 201,
});

export const listComplaints = endpoint({
  id: 'listComplaints',
  method: 'GET',
  path: '/api/complaints',
  module,
  summary: 'Complaints: open ones oldest first, or all newest first',
  may: readers,
  query: Type.Object({
    ...pageQuery,
    only: Type.Optional(Type.Enum(['open', 'all'], { default: 'open' })),
    workOrderId: Type.Optional(Uuid),
  }),
  response: PageOf(ComplaintView),
});

export const getComplaint = endpoint({
  id: 'getComplaint',
  method: 'GET',
  path: '/api/complaints/{id}',
  module,
  summary: 'One complaint',
  may: readers,
  params: IdParams,
  response: ComplaintView,
});

const Words = Type.Object({ words: Type.String({ minLength: 1, maxLength: 2000 }) });

export const answerComplaint = endpoint({
  id: 'answerComplaint',
  method: 'POST',
  path: '/api/complaints/{id}/answer',
  module,
  summary: 'Answer the customer',
  may: { agent: 'all', quality: 'all' },
  params: IdParams,
  body: Words,
  response: ComplaintView,
  errors: [COMPLAINT_IS_CLOSED],
  ifMatch: true,
});

export const judgeComplaint = endpoint({
  id: 'judgeComplaint',
  method: 'POST',
  path: '/api/complaints/{id}/judge',
  module,
  summary: 'Decide who answers for the cause',
  description: 'Nobody is penalised for a complaint before it is judged.',
  may: { quality: 'all', director: 'all' },
  params: IdParams,
  body: Type.Object({
    liable: Type.Enum([...LIABLE_PARTIES]),
    words: Type.String({ minLength: 1, maxLength: 2000 }),
  }),
  response: ComplaintView,
  errors: [COMPLAINT_IS_CLOSED],
  ifMatch: true,
});

export const closeComplaint = endpoint({
  id: 'closeComplaint',
  method: 'POST',
  path: '/api/complaints/{id}/close',
  module,
  summary: 'Settled, says the customer or an agent; judged before',
  may: { customer: 'own', agent: 'all' },
  params: IdParams,
  response: ComplaintView,
  errors: [NOT_JUDGED, COMPLAINT_IS_CLOSED],
  ifMatch: true,
});
