import { type Static, Type } from 'typebox';
import { COVERS } from '../orders/schemas.ts';
import { DateOnly, Fen, Nullable, Timestamp, Uuid } from '../schemas.ts';

export const SerialNumber = Type.String({
  pattern: '^[A-Za-z0-9-]{6,40}$',
  description: 'As on the appliance; letters of either case',
});
export const Brand = Type.String({ minLength: 1, maxLength: 40 });
const ShortText = Type.String({ minLength: 1, maxLength: 40 });

export const SERIAL_CHECKS = ['ok', 'unknown', 'other_model', 'other_household', 'malformed'] as const;
export type SerialCheck = (typeof SERIAL_CHECKS)[number];

export const OPTIONS = ['repair', 'exchange', 'refund'] as const;
/** What the law lets the consumer choose. */
export type ConsumerOption = (typeof OPTIONS)[number];

export const DELAYS = ['part', 'repairer'] as const;
/** Who or what made a repair wait. */
export type Delay = (typeof DELAYS)[number];

export const COVERED_PARTS = ['whole_unit', 'main_parts', 'nothing'] as const;
export type CoveredParts = (typeof COVERED_PARTS)[number];

export const START_BASES = ['invoice', 'delivery', 'installation', 'exchange', 'production'] as const;
/** What a guarantee was counted from. */
export type StartBasis = (typeof START_BASES)[number];

/** What is known of the purchase; each may be missing. */
export const purchase = {
  boughtOn: Nullable(DateOnly),
  invoiceNumber: Nullable(ShortText),
  invoiceFen: Nullable(
    Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Price paid, whole fen' }),
  ),
  deliveredOn: Nullable(DateOnly),
  installedOn: Nullable(DateOnly),
};

export const ApplianceView = Type.Object({
  id: Uuid,
  brand: Type.String(),
  serialNumber: Nullable(Type.String()),
  modelId: Nullable(Uuid),
  category: Type.String(),
  householdId: Nullable(Uuid),
  customerId: Nullable(Uuid),
  madeOn: Nullable(DateOnly),
  factory: Nullable(Type.String()),
  line: Nullable(Type.String()),
  batch: Nullable(Type.String()),
  ...purchase,
  installedBy: Nullable(Uuid),
  connected: Type.Boolean(),
  exchangeOf: Nullable(Uuid),
  exchangedOn: Nullable(DateOnly),
  retiredOn: Nullable(DateOnly),
  registeredAt: Timestamp,
  version: Type.Integer(),
});
export type ApplianceView = Static<typeof ApplianceView>;

export const ServiceRecordView = Type.Object({
  workOrderId: Uuid,
  kind: Type.String(),
  faultCode: Nullable(Type.String()),
  outcome: Type.Enum(['done', 'failed']),
  receivedAt: Timestamp,
  at: Timestamp,
  daysInRepair: Type.Integer(),
  delayedBy: Nullable(Type.Enum([...DELAYS])),
});
export type ServiceRecordView = Static<typeof ServiceRecordView>;

const Period = Type.Object({
  source: Type.Enum(['law', 'promise'], {
    description: 'Who grants it: the better of the two for the consumer',
  }),
  months: Type.Integer(),
  extendedByDays: Type.Integer({ description: 'Days in repair, added to the end' }),
  until: DateOnly,
});

export const EntitlementView = Type.Object({
  cover: Type.Enum([...COVERS]),
  until: Nullable(Type.String({ format: 'date', description: 'Last day of this cover' })),
  partsCovered: Type.Enum([...COVERED_PARTS]),
  mainParts: Type.Array(Type.String(), { description: 'Parts covered when only main parts are' }),
  labourCovered: Type.Boolean(),
  basis: Type.Object({
    start: Nullable(Type.Enum([...START_BASES])),
    startsOn: Nullable(DateOnly),
    wholeUnit: Nullable(Period),
    mainParts: Nullable(Period),
    extendedContract: Nullable(Type.String()),
    policyVersion: Nullable(Type.String()),
    flags: Type.Array(Type.Enum(['no_invoice', 'no_dates', 'no_rule'])),
  }),
});
export type EntitlementView = Static<typeof EntitlementView>;

export const ConsumerOptionsView = Type.Object({
  options: Type.Array(Type.Enum([...OPTIONS])),
  rule: Type.String({ description: 'The rule they follow from' }),
  costBearer: Type.Enum(['seller', 'repairer']),
  refundFen: Nullable(Fen),
  depreciationFen: Nullable(Fen),
});
export type ConsumerOptionsView = Static<typeof ConsumerOptionsView>;
