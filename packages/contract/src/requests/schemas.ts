import { type Static, Type } from 'typebox';
import { AddressInput } from '../customers/schemas.ts';
import { COVERS, Place } from '../orders/schemas.ts';
import { Fen, Nullable, Timestamp, Uuid, Window } from '../schemas.ts';
import { REQUEST_CHANNELS, REQUEST_STATES } from './states.ts';

const Code = Type.String({ minLength: 1, maxLength: 30 });

/** Who asks: somebody on file, or name, phone and address; a known phone finds the customer again. */
export const RequestCaller = Type.Object({
  customerId: Type.Optional(Uuid),
  householdId: Type.Optional(Uuid),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })),
  phone: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  address: Type.Optional(AddressInput),
});
export type RequestCaller = Static<typeof RequestCaller>;

/** One of the things asked for. */
export const WantedItem = Type.Object({
  workType: Code,
  applianceId: Type.Optional(Uuid),
  category: Type.Optional(
    Type.String({ minLength: 1, maxLength: 30, description: 'Needed without `applianceId`' }),
  ),
  modelCode: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  serialNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
});
export type WantedItem = Static<typeof WantedItem>;

/** What triage made of one item. */
export const Triage = Type.Object({
  symptomCode: Nullable(Type.String()),
  difficulty: Type.Integer({ minimum: 1, maximum: 4 }),
  standardSeconds: Type.Integer(),
  limitSeconds: Type.Integer(),
  responseSeconds: Type.Integer({ description: 'Limit from request to arrival' }),
  priority: Type.Integer({ minimum: 0, maximum: 100 }),
  skills: Type.Array(Type.String()),
  cover: Type.Enum([...COVERS]),
  probablePriceFen: Nullable(Fen),
});
export type Triage = Static<typeof Triage>;

export const RequestItem = Type.Object({
  position: Type.Integer(),
  workType: Type.String(),
  category: Type.String(),
  applianceId: Nullable(Uuid),
  productModelId: Nullable(Uuid),
  serialNumber: Nullable(Type.String({ description: 'As told; the engineer scans the real one' })),
  triage: Triage,
  workOrderId: Nullable(Uuid),
});

export const ServiceRequestView = Type.Object({
  id: Uuid,
  number: Type.String({ description: 'What people say: R, date and sequence' }),
  source: Type.String(),
  externalId: Nullable(Type.String()),
  channel: Type.Enum([...REQUEST_CHANNELS]),
  state: Type.Enum([...REQUEST_STATES]),
  customerId: Uuid,
  householdId: Uuid,
  territoryId: Uuid,
  outletId: Nullable(Uuid),
  ownerId: Uuid,
  offeredOwnerId: Nullable(Uuid),
  words: Type.String({ description: 'The customer’s words, phone numbers masked' }),
  hazard: Type.Boolean({ description: 'The words speak of shock, smoke, fire or gas' }),
  urgent: Type.Boolean(),
  photos: Type.Array(Type.String()),
  wishedWindows: Type.Array(Window),
  suspectedDuplicateOf: Type.Array(Uuid, {
    description: 'Requests of the same phone, address and product category within 30 days',
  }),
  place: Place,
  items: Type.Array(RequestItem),
  registeredAt: Timestamp,
  triagedAt: Nullable(Timestamp),
  advice: Nullable(Type.String()),
  dueAt: Nullable(Timestamp),
  cancelReason: Nullable(Type.String()),
  closedAt: Nullable(Timestamp),
  version: Type.Integer(),
});
export type ServiceRequestView = Static<typeof ServiceRequestView>;

/** What an agent corrects in one item; what is not named stays as triage had it. */
export const TriageCorrection = Type.Object({
  position: Type.Integer({ minimum: 0, maximum: 4 }),
  workType: Type.Optional(Code),
  category: Type.Optional(Code),
  symptomCode: Type.Optional(Nullable(Code)),
  difficulty: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  priority: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  applianceId: Type.Optional(Nullable(Uuid)),
});
export type TriageCorrection = Static<typeof TriageCorrection>;
