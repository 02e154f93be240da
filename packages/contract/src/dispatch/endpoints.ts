import { type Static, Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { VisitView, WorkOrderView } from '../orders/schemas.ts';
import { UNASSIGN_REASONS } from '../orders/states.ts';
import {
  DateOnly,
  GeoPoint,
  IdParams,
  Nullable,
  PageOf,
  pageQuery,
  Timestamp,
  Uuid,
  Window,
} from '../schemas.ts';
import { OFFER_STATES } from './states.ts';

const module = 'dispatch';

export const SLOT_FULL = 'dispatch.slot_full';
export const SLOT_TOO_LATE = 'dispatch.slot_too_late';
export const HOLD_OVER = 'dispatch.hold_over';
export const BASE_MOVED = 'dispatch.base_moved';
export const PLAN_NOT_READY = 'dispatch.plan_not_ready';
export const BREAKS_RULES = 'dispatch.breaks_rules';
export const NOT_ELIGIBLE = 'dispatch.not_eligible';
export const OFFER_TAKEN = 'dispatch.offer_taken';
export const NOT_OFFERED = 'dispatch.not_offered';
export const CLAIM_CAP = 'dispatch.claim_cap';
export const NOBODY_TO_ASK = 'dispatch.nobody_to_ask';
export const NO_WINDOW = 'dispatch.no_window';

const bookers = { customer: 'own', outlet_owner: 'outlet', agent: 'all', dispatcher: 'territory' } as const;
const planners = { dispatcher: 'territory', admin: 'all' } as const;
const readers = {
  engineer: 'own',
  outlet_owner: 'outlet',
  agent: 'all',
  dispatcher: 'territory',
  quality: 'all',
  director: 'all',
  admin: 'all',
} as const;

export const Slot = Type.Object({
  start: Timestamp,
  end: Timestamp,
  freeSeconds: Type.Integer({ description: 'Working time of able engineers that nobody has booked' }),
  fit: Type.Enum(['good', 'fair', 'full'], {
    description: 'good: more than half free; full: cannot be booked',
  }),
});
export type Slot = Static<typeof Slot>;

export const listSlots = endpoint({
  id: 'listSlots',
  method: 'GET',
  path: '/api/work-orders/{id}/slots',
  module,
  summary: 'Arrival windows that can be promised, from the real capacity of able engineers',
  description: 'Only windows that still leave time for the way and the work.',
  may: bookers,
  params: IdParams,
  query: Type.Object({
    from: Type.Optional(DateOnly),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 14, default: 7 })),
  }),
  response: Type.Object({ items: Type.Array(Slot) }),
});

export const SlotHold = Type.Object({
  id: Uuid,
  start: Timestamp,
  end: Timestamp,
  expiresAt: Timestamp,
  seconds: Type.Integer({ description: 'How long it is held from now, whatever clock the caller has' }),
});
export type SlotHold = Static<typeof SlotHold>;

export const holdSlot = endpoint({
  id: 'holdSlot',
  method: 'POST',
  path: '/api/work-orders/{id}/slot-holds',
  module,
  summary: 'Keep a window for ten minutes while the customer decides',
  may: bookers,
  params: IdParams,
  body: Window,
  response: SlotHold,
  status: 201,
  errors: [SLOT_FULL, SLOT_TOO_LATE],
});

export const bookSlot = endpoint({
  id: 'bookSlot',
  method: 'POST',
  path: '/api/work-orders/{id}/book',
  module,
  summary: 'Promise the held window: from now on it is a clock',
  may: bookers,
  params: IdParams,
  body: Type.Object({ holdId: Uuid }),
  response: WorkOrderView,
  errors: [HOLD_OVER, 'orders.illegal_transition'],
});

export const releaseSlot = endpoint({
  id: 'releaseSlot',
  method: 'DELETE',
  path: '/api/slot-holds/{id}',
  module,
  summary: 'Give a held window back',
  may: bookers,
  params: IdParams,
  response: Type.Object({ released: Type.Boolean() }),
});

const Term = Type.Object({
  engineerId: Uuid,
  startAt: Timestamp,
  totalSeconds: Type.Integer({ description: 'What it costs the plan, in seconds of travel' }),
  travelSeconds: Type.Integer(),
  preferredSeconds: Type.Integer(),
  movedSeconds: Type.Integer(),
  surplusSkillSeconds: Type.Integer(),
  waitingSeconds: Type.Integer(),
});

export const Explanation = Type.Object({
  how: Type.String({ description: 'planned, claimed, manual, or unassigned: taken back' }),
  reason: Nullable(Type.Enum([...UNASSIGN_REASONS], { description: 'Why it was taken back' })),
  at: Timestamp,
  policy: Type.String({ description: 'The weights it was decided with' }),
  chosen: Nullable(Term),
  runnersUp: Type.Array(Term),
  refusals: Type.Array(
    Type.Object({
      engineerId: Uuid,
      rule: Type.String(),
      missMinutes: Nullable(Type.Integer()),
    }),
  ),
});
export type Explanation = Static<typeof Explanation>;

export const explainAssignment = endpoint({
  id: 'explainAssignment',
  method: 'GET',
  path: '/api/work-orders/{id}/assignment',
  module,
  summary: 'Why this engineer: the terms of the cost, the runners-up and what kept the others away',
  may: readers,
  params: IdParams,
  response: Explanation,
});

export const Candidates = Type.Object({
  day: DateOnly,
  policy: Type.String({ description: 'The weights they are ranked with' }),
  candidates: Type.Array(Term, { description: 'Who could come without breaking anything, cheapest first' }),
  refusals: Explanation.properties.refusals,
});
export type Candidates = Static<typeof Candidates>;

export const listCandidates = endpoint({
  id: 'listCandidates',
  method: 'GET',
  path: '/api/work-orders/{id}/candidates',
  module,
  summary:
    'Who could take the order on the day as it stands, ranked, and the rule that keeps each other away',
  description: 'The day is that of the promised window, or today for an order without one.',
  may: planners,
  params: IdParams,
  response: Candidates,
});

const assignBody = Type.Object({
  engineerId: Uuid,
  plannedStartAt: Type.Optional(Timestamp),
});

const BrokenRule = Type.Object({
  rule: Type.String(),
  minutes: Nullable(Type.Integer()),
  detail: Type.String(),
});

export const judgeAssignment = endpoint({
  id: 'judgeAssignment',
  method: 'POST',
  path: '/api/work-orders/{id}/assign-verdict',
  module,
  summary: 'What an assignment would cost and break, before anybody decides',
  may: planners,
  params: IdParams,
  body: assignBody,
  response: Type.Object({
    plannedStartAt: Timestamp,
    travelSeconds: Type.Integer(),
    broken: Type.Array(BrokenRule),
  }),
});

export const assignWorkOrder = endpoint({
  id: 'assignWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/assign',
  module,
  summary: 'Assign by hand; what it breaks has to be confirmed',
  may: planners,
  params: IdParams,
  body: Type.Intersect([
    assignBody,
    Type.Object({ confirmed: Type.Optional(Type.Boolean({ description: 'I know what it breaks' })) }),
  ]),
  response: VisitView,
  errors: [BREAKS_RULES, 'orders.illegal_transition'],
});

export const unassignWorkOrder = endpoint({
  id: 'unassignWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/unassign',
  module,
  summary: 'Take an assignment back before anybody set out',
  description:
    'The visit ends with all its orders; promises to customers stand. The engineer is told, and it is not counted as their declining.',
  may: planners,
  params: IdParams,
  body: Type.Object({
    reason: Type.Enum([...UNASSIGN_REASONS]),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  response: WorkOrderView,
  errors: ['orders.illegal_transition', 'orders.nobody_assigned'],
  ifMatch: true,
});

export const PLAN_STATES = ['solving', 'proposed', 'applied', 'stale', 'failed'] as const;

export const PlanView = Type.Object({
  id: Uuid,
  territoryId: Uuid,
  day: DateOnly,
  state: Type.Enum([...PLAN_STATES]),
  orders: Type.Integer(),
  engineers: Type.Integer(),
  unassigned: Type.Array(Type.Object({ workOrderId: Uuid, reasons: Type.Array(Type.String()) })),
  travelSeconds: Nullable(Type.Integer()),
  changes: Nullable(Type.Integer({ description: 'Assignments it makes or moves' })),
  stops: Type.Array(Type.Object({ workOrderId: Uuid, engineerId: Uuid, startAt: Timestamp }), {
    description: 'Who goes where when, as proposed',
  }),
  createdAt: Timestamp,
});

export const planTerritoryDay = endpoint({
  id: 'planTerritoryDay',
  method: 'POST',
  path: '/api/territories/{id}/plans',
  module,
  summary: 'Compute a plan for one territory and day; a proposal until applied',
  may: planners,
  params: IdParams,
  body: Type.Object({
    day: DateOnly,
    seconds: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 60, default: 5, description: 'Wall seconds to search' }),
    ),
  }),
  response: PlanView,
  status: 202,
});

export const getPlan = endpoint({
  id: 'getPlan',
  method: 'GET',
  path: '/api/plans/{id}',
  module,
  summary: 'A proposed or applied plan',
  may: planners,
  params: IdParams,
  response: PlanView,
});

export const applyPlan = endpoint({
  id: 'applyPlan',
  method: 'POST',
  path: '/api/plans/{id}/apply',
  module,
  summary: 'Make the proposal true, as a whole, if nothing moved under it',
  may: planners,
  params: IdParams,
  response: PlanView,
  errors: [BASE_MOVED, PLAN_NOT_READY],
});

export const OfferView = Type.Object({
  id: Uuid,
  workOrderId: Uuid,
  state: Type.Enum([...OFFER_STATES]),
  round: Type.Integer(),
  roundEndsAt: Timestamp,
  workType: Type.String(),
  category: Type.String(),
  difficulty: Type.Integer(),
  point: GeoPoint,
  community: Type.String(),
  arrivalWindow: Nullable(Window),
  distanceMetres: Nullable(Type.Integer({ description: 'From the engineer’s home' })),
  claimedBy: Nullable(Uuid),
});

export const offerWorkOrder = endpoint({
  id: 'offerWorkOrder',
  method: 'POST',
  path: '/api/work-orders/{id}/offers',
  module,
  summary: 'Put an order up for claim, to the best able engineers first, in rounds',
  may: planners,
  params: IdParams,
  response: OfferView,
  status: 201,
  errors: [NOBODY_TO_ASK, 'orders.illegal_transition'],
});

export const listOffers = endpoint({
  id: 'listOffers',
  method: 'GET',
  path: '/api/offers',
  module,
  summary: 'Open offers: an engineer’s own, or a territory’s',
  may: { engineer: 'own', dispatcher: 'territory', admin: 'all' },
  query: Type.Object({ ...pageQuery }),
  response: PageOf(OfferView),
});

export const claimOffer = endpoint({
  id: 'claimOffer',
  method: 'POST',
  path: '/api/offers/{id}/claim',
  module,
  summary: 'Take the order: the first valid claim wins',
  may: { engineer: 'own' },
  params: IdParams,
  response: VisitView,
  errors: [OFFER_TAKEN, NOT_OFFERED, CLAIM_CAP, BREAKS_RULES],
});

export const ExceptionView = Type.Object({
  id: Uuid,
  kind: Type.String(),
  subjectType: Type.String(),
  subjectId: Uuid,
  territoryId: Nullable(Uuid),
  owner: Type.String(),
  openedAt: Timestamp,
  resolvedAt: Nullable(Timestamp),
  resolution: Nullable(Type.String()),
});

export const listExceptions = endpoint({
  id: 'listExceptions',
  method: 'GET',
  path: '/api/exceptions',
  module,
  summary: 'What a person must look at, oldest first',
  may: { dispatcher: 'territory', director: 'all', admin: 'all' },
  query: Type.Object({ ...pageQuery, resolved: Type.Optional(Type.Boolean({ default: false })) }),
  response: PageOf(ExceptionView),
});

export const resolveException = endpoint({
  id: 'resolveException',
  method: 'POST',
  path: '/api/exceptions/{id}/resolve',
  module,
  summary: 'Say what was done about it',
  may: { dispatcher: 'territory', admin: 'all' },
  params: IdParams,
  body: Type.Object({ resolution: Type.String({ minLength: 1, maxLength: 500 }) }),
  response: ExceptionView,
});
