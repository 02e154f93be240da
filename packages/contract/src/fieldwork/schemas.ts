import { type Static, type TProperties, Type } from 'typebox';
import { COVERS } from '../orders/schemas.ts';
import { VISIT_STATES } from '../orders/states.ts';
import { Fen, GeoPoint, Nullable, ProblemOfField, Timestamp, Uuid } from '../schemas.ts';
import {
  DOOR_CODE_OUTCOMES,
  FIELD_ACTIONS,
  FIVE_ONES,
  IDENTIFICATIONS,
  POLARITIES,
  QUOTE_DECIDERS,
  QUOTE_STATES,
  READING_ITEMS,
  REPAIR_CLASSES,
  STEP_GROUPS,
  STEP_OUTCOMES,
} from './codes.ts';
import { Approach } from './positions.ts';

export const MediaHash = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of a file sent before',
});
export const Code = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,60}$', description: 'Code of the catalogue' });
export const PartSerial = Type.String({ minLength: 1, maxLength: 60 });

/** Measured in the field: not negative, and no meter shows more. */
function measured(maximum: number, unit: string) {
  return Type.Number({ minimum: 0, maximum, description: unit });
}

/** What every command from the field carries. */
const commandFields = {
  commandId: Type.String({
    format: 'uuid',
    description: 'Made by the phone, for good: the same id again gives the same answer and changes nothing',
  }),
  occurredAt: Type.String({ format: 'date-time', description: 'When it happened, by the phone’s clock' }),
  position: Type.Optional(Type.Object({ point: GeoPoint, accuracyMetres: measured(100_000, 'metres') })),
};

export const CommandBase = Type.Object(commandFields);
export type CommandBase = Static<typeof CommandBase>;

export function commandBody<P extends TProperties>(fields: P) {
  return Type.Object({ ...commandFields, ...fields });
}

/** Which order of the visit is meant; only needed when the visit serves several. */
export const aboutOrder = { workOrderId: Type.Optional(Uuid) };

export const FieldStep = Type.Object({
  action: Type.Enum([...FIELD_ACTIONS]),
  by: Type.Enum(['engineer', 'customer', 'nobody']),
  workOrderId: Nullable(Uuid),
});
export type FieldStep = Static<typeof FieldStep>;

const answerFields = {
  commandId: Uuid,
  visitId: Uuid,
  version: Type.Integer({ description: 'Version of the sheet after the command' }),
  occurredAt: Timestamp,
  receivedAt: Timestamp,
  nextStep: FieldStep,
};

/** The answer of every command from the field; kept for good, so it holds references only. */
export const FieldAnswer = Type.Object(answerFields);
export type FieldAnswer = Static<typeof FieldAnswer>;

export function fieldAnswer<P extends TProperties>(result: P) {
  return Type.Object({ ...answerFields, ...result });
}

export const ArrivalResult = {
  arrived: Type.Boolean({ description: 'False when the door code was wrong: try again with a new command' }),
  distanceMetres: Nullable(Type.Integer()),
  doorCode: Nullable(Type.Enum([...DOOR_CODE_OUTCOMES])),
  triesLeft: Type.Integer(),
};

const Arrival = Type.Object(ArrivalResult);
export type Arrival = Static<typeof Arrival>;

/** Values of one electric safety test. */
export const Measurements = Type.Object({
  voltageVolts: measured(1000, 'Line to neutral'),
  earthOhms: Nullable(measured(1_000_000, 'Null: no protective earth found')),
  neutralToEarthVolts: measured(1000, 'Neutral to protective earth'),
  leakageMilliamps: measured(10_000, 'Leakage current'),
  polarity: Type.Enum([...POLARITIES]),
});
export type Measurements = Static<typeof Measurements>;

export const HazardRecord = Type.Object({
  photoHash: Type.Optional(MediaHash),
  signatureHash: Type.Optional(MediaHash),
  concernsBuilding: Type.Optional(
    Type.Boolean({ description: 'The danger is the building’s, not this home’s alone' }),
  ),
});
export type HazardRecord = Static<typeof HazardRecord>;

export const ReadingView = Type.Object({
  item: Type.Enum([...READING_ITEMS]),
  value: Nullable(Type.Union([Type.Number(), Type.String()])),
  minimum: Nullable(Type.Number()),
  maximum: Nullable(Type.Number()),
  passed: Type.Boolean(),
});
export type ReadingView = Static<typeof ReadingView>;

const testFields = {
  passed: Type.Boolean(),
  earthSafe: Type.Boolean({ description: 'False: nothing may be installed until it is measured safe' }),
  hazardId: Nullable(Uuid),
  readings: Type.Array(ReadingView),
};
export const TestView = Type.Object(testFields);
export type TestView = Static<typeof TestView>;
export const TestResult = testFields;

export const IdentifyResult = {
  workOrderId: Uuid,
  outcome: Type.Enum([...IDENTIFICATIONS]),
  applianceId: Nullable(Uuid),
  evidenceCase: Type.Boolean(),
};

export const Diagnosis = Type.Object({
  faultCode: Code,
  symptomCode: Code,
  causeCode: Code,
  faultyPart: Code,
  remedyCode: Code,
  repairClass: Type.Enum([...REPAIR_CLASSES]),
});
export type Diagnosis = Static<typeof Diagnosis>;

export const DiagnoseResult = {
  asTriaged: Nullable(Type.Boolean({ description: 'Null when triage named no symptom' })),
};

export const QuoteLine = Type.Object({
  code: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  quantity: Type.Integer(),
  unitFen: Fen,
  amountFen: Fen,
});
export type QuoteLine = Static<typeof QuoteLine>;

const quoteFields = {
  quoteVersion: Type.Integer(),
  state: Type.Enum([...QUOTE_STATES]),
  lines: Type.Array(QuoteLine),
  totalFen: Fen,
  priceListVersion: Type.String(),
  decidedBy: Nullable(Type.Enum([...QUOTE_DECIDERS])),
};
export const QuoteView = Type.Object(quoteFields);
export type QuoteView = Static<typeof QuoteView>;
export const QuoteResult = { workOrderId: Uuid, ...quoteFields };

export const PartUsed = Type.Object({
  partCode: Code,
  quantity: Type.Integer({ minimum: 1, maximum: 99 }),
  newSerial: Type.Optional(Nullable(PartSerial)),
  oldSerial: Type.Optional(Nullable(PartSerial)),
});
export type PartUsed = Static<typeof PartUsed>;

export const StepTick = Type.Object({
  code: Code,
  outcome: Type.Enum([...STEP_OUTCOMES]),
  evidence: Type.Optional(Type.Array(MediaHash, { maxItems: 10 })),
});
export type StepTick = Static<typeof StepTick>;

export const StepView = Type.Object({
  code: Type.String(),
  group: Type.Enum([...STEP_GROUPS]),
  photosNeeded: Type.Integer(),
  outcome: Nullable(Type.Enum([...STEP_OUTCOMES])),
  evidence: Type.Array(Type.String()),
  markedMissing: Type.Boolean({ description: 'The customer says it was not done' }),
});

export const JobView = Type.Object({
  workOrderId: Uuid,
  workType: Type.String(),
  category: Type.String(),
  cover: Type.Enum([...COVERS]),
  serialNumber: Nullable(Type.String()),
  applianceId: Nullable(Uuid),
  identification: Nullable(Type.Enum([...IDENTIFICATIONS])),
  testBefore: Nullable(TestView),
  testAfter: Nullable(TestView),
  diagnosis: Nullable(Diagnosis),
  quote: Nullable(QuoteView),
  parts: Type.Array(
    Type.Object({
      partCode: Type.String(),
      quantity: Type.Integer(),
      newSerial: Nullable(Type.String()),
      oldSerial: Nullable(Type.String()),
    }),
  ),
  steps: Type.Array(StepView),
});
export type JobView = Static<typeof JobView>;

/** What the gates of settlement look at. */
export const FieldFlags = Type.Object({
  outsideGeofence: Type.Boolean(),
  doorCodeVerified: Type.Boolean(),
  photosDuplicated: Type.Boolean(),
  partsSeenBefore: Type.Boolean(),
  evidenceCase: Type.Boolean(),
  quoteBySignature: Type.Boolean(),
  clockSkewed: Type.Boolean(),
});
export type FieldFlags = Static<typeof FieldFlags>;

export const FieldSheetView = Type.Object({
  visitId: Uuid,
  state: Type.Enum([...VISIT_STATES]),
  version: Type.Integer(),
  nextStep: FieldStep,
  missing: Type.Array(ProblemOfField, {
    description:
      'What stands between now and finishing; pointers into the sheet, like `/jobs/<id>/steps/leave_clean`',
  }),
  departedAt: Nullable(Timestamp),
  arrivedAt: Nullable(Timestamp),
  beganAt: Nullable(Timestamp),
  endedAt: Nullable(Timestamp),
  distanceMetres: Nullable(Type.Integer()),
  doorCode: Nullable(Type.Enum([...DOOR_CODE_OUTCOMES])),
  fiveOnes: Nullable(Type.Array(Type.Enum([...FIVE_ONES]))),
  jobs: Type.Array(JobView),
  flags: Nullable(FieldFlags),
});
export type FieldSheetView = Static<typeof FieldSheetView>;

/** The engineer as the customer may know them. */
export const VisitEngineerView = Type.Object({
  name: Type.String(),
  grade: Type.String(),
  stars: Type.Integer({ minimum: 1, maximum: 5 }),
  licenceNumber: Type.String(),
  licenceExpiresOn: Type.String({ format: 'date' }),
  outlet: Nullable(Type.String()),
  approach: Nullable(Approach),
});
export type VisitEngineerView = Static<typeof VisitEngineerView>;

export const DoorCodeView = Type.Object({
  code: Type.String({ pattern: '^\\d{6}$', description: 'To say to the other side' }),
  expected: Nullable(
    Type.String({ pattern: '^\\d{6}$', description: 'What the engineer must say; customers only' }),
  ),
  validSeconds: Type.Integer({ description: 'Until both codes change' }),
});
export type DoorCodeView = Static<typeof DoorCodeView>;
