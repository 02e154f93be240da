import { type Static, Type } from 'typebox';
import { DateOnly, GeoPoint, Nullable, Timestamp, Uuid, Window } from '../schemas.ts';
import { HOLDS, VISIT_STATES, WORK_ORDER_STATES } from './states.ts';

export const COVERS = ['in_warranty', 'extended', 'out_of_warranty', 'unknown'] as const;
export type Cover = (typeof COVERS)[number];

/** Where the work is, without the door: that stays with the customer's household. */
export const Place = Type.Object({
  point: GeoPoint,
  districtCode: Type.String({ pattern: '^\\d{6}$', description: 'Administrative division code' }),
  community: Type.String({ maxLength: 80, description: 'Residential community or street, in clear' }),
});

/** The work itself, as triage understood it. */
export const Work = Type.Object({
  workType: Type.String({ maxLength: 30, description: 'Code of the catalogue, like `repair`' }),
  category: Type.String({ maxLength: 30, description: 'Product category, like `fridge`' }),
  productModelId: Nullable(Uuid),
  symptomCode: Nullable(Type.String({ maxLength: 30 })),
  difficulty: Type.Integer({ minimum: 1, maximum: 4 }),
  standardSeconds: Type.Integer({ minimum: 60, maximum: 86_400 }),
  limitSeconds: Type.Integer({ minimum: 60, maximum: 86_400 }),
  responseSeconds: Type.Integer({
    minimum: 60,
    maximum: 30 * 86_400,
    description: 'Limit from request to arrival, by market tier and urgency',
  }),
  priority: Type.Integer({ minimum: 0, maximum: 100, description: '90 and above is urgent' }),
  skills: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 10 }),
  cover: Type.Enum([...COVERS]),
  description: Type.String({ maxLength: 2000, description: 'The customer’s words, phone numbers masked' }),
});
export type Work = Static<typeof Work>;

export const NextStep = Type.Object({
  action: Type.String({ description: 'What has to happen next' }),
  by: Type.String({ description: 'Whose turn it is' }),
});

export const WorkOrderView = Type.Object({
  id: Uuid,
  number: Type.String({ description: 'What people say: date and sequence' }),
  state: Type.Enum([...WORK_ORDER_STATES]),
  hold: Nullable(Type.Enum([...HOLDS])),
  requestId: Nullable(Uuid),
  customerId: Uuid,
  householdId: Uuid,
  applianceId: Nullable(Uuid),
  territoryId: Uuid,
  outletId: Nullable(Uuid),
  engineerId: Nullable(Uuid),
  ownerId: Uuid,
  visitId: Nullable(Uuid),
  reworkOf: Nullable(Uuid),
  work: Work,
  place: Place,
  arrivalWindow: Nullable(Window),
  dueAt: Timestamp,
  nextStep: NextStep,
  visitCount: Type.Integer({ description: 'Visits planned so far, whatever became of them' }),
  urgeCount: Type.Integer(),
  openedAt: Timestamp,
  completedAt: Nullable(Timestamp),
  closedAt: Nullable(Timestamp),
  version: Type.Integer(),
});
export type WorkOrderView = Static<typeof WorkOrderView>;

export const VisitView = Type.Object({
  id: Uuid,
  sequence: Type.Integer({ description: '1 = first visit, 2 = second visit' }),
  state: Type.Enum([...VISIT_STATES]),
  workOrderIds: Type.Array(Uuid),
  engineerId: Uuid,
  outletId: Uuid,
  territoryId: Uuid,
  place: Place,
  plannedStartAt: Timestamp,
  plannedEndAt: Timestamp,
  departedAt: Nullable(Timestamp),
  arrivedAt: Nullable(Timestamp),
  beganAt: Nullable(Timestamp),
  endedAt: Nullable(Timestamp),
  endReason: Nullable(Type.String()),
  version: Type.Integer(),
});
export type VisitView = Static<typeof VisitView>;

export const JourneyEntry = Type.Object({
  sequence: Type.Integer(),
  at: Timestamp,
  kind: Type.String({ description: 'What happened, like `visit_finished`' }),
  actorRole: Type.String(),
  facts: Type.Record(Type.String(), Type.Unknown()),
});

export const Happening = Type.Object({
  workOrderId: Uuid,
  number: Type.String(),
  community: Type.String(),
  sequence: Type.Integer({ description: 'Its place in the journey of the order' }),
  at: Timestamp,
  kind: JourneyEntry.properties.kind,
  actorRole: Type.String(),
  engineerId: Nullable(Uuid),
});
export type Happening = Static<typeof Happening>;

export const FacetCounts = Type.Object({
  byState: Type.Record(Type.String(), Type.Integer()),
  byHold: Type.Record(Type.String(), Type.Integer()),
});

export const dayQuery = { day: DateOnly };
