import { type Static, type TSchema, Type } from 'typebox';
import { DateOnly, Fen, Nullable, Timestamp, Uuid } from '../schemas.ts';

/** A code of the catalogue, like `fridge` or `labour.repair.ac.major`. */
export const CatalogueCode = Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$' });
export const CategoryCode = Type.String({
  pattern: '^[a-z-]{1,30}$',
  description: 'Product category, like `fridge`',
});
export const WorkTypeCode = Type.String({ pattern: '^[a-z_]{1,30}$', description: 'Like `repair`' });
export const RegionCode = Type.String({
  pattern: '^(CN|\\d{6})$',
  description: 'Administrative division code; CN is the whole country',
});

export const REPAIR_CLASSES = ['major', 'medium', 'minor', 'adjust'] as const;
export type RepairClass = (typeof REPAIR_CLASSES)[number];

export const PRICE_KINDS = ['labour', 'material', 'part', 'extra', 'travel'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

export const PRICE_LIST_STATES = ['draft', 'published'] as const;
export type PriceListState = (typeof PRICE_LIST_STATES)[number];

/** What proves that a step of the visit was done. */
export const STEP_EVIDENCE = ['tick', 'scan', 'reading', 'photo', 'signature'] as const;
export type StepEvidence = (typeof STEP_EVIDENCE)[number];

const Name = Type.String({ minLength: 1, maxLength: 80 });
const names = { nameZh: Name, nameEn: Name };

export const CategoryView = Type.Object({
  code: Type.String(),
  ...names,
  electricClass: Type.String({ description: 'Which electric limits hold' }),
});

export const WarrantyPromiseView = Type.Object({
  boughtFrom: DateOnly,
  boughtTo: Nullable(DateOnly),
  unitMonths: Type.Integer(),
  mainPartMonths: Type.Integer(),
  mainParts: Type.Array(Type.String()),
});

export const ModelView = Type.Object({
  id: Uuid,
  brand: Type.String(),
  code: Type.String(),
  category: Type.String(),
  ...names,
  onMarketFrom: DateOnly,
  onMarketTo: Nullable(DateOnly),
  goodsCode: Nullable(Type.String({ description: 'Entry of the state’s list of guaranteed goods' })),
  ratedWatts: Type.Integer(),
  skills: Type.Array(Type.String()),
  promises: Type.Array(WarrantyPromiseView, { description: 'The brand’s own warranty, by date of purchase' }),
});
export type ModelView = Static<typeof ModelView>;

export const SymptomView = Type.Object({
  category: Type.String(),
  code: Type.String(),
  ...names,
  urgent: Type.Boolean({ description: 'Danger to people' }),
  difficulty: Type.Integer(),
  skills: Type.Array(Type.String()),
  probableParts: Type.Array(Type.String()),
});

const TermView = Type.Object({ code: Type.String(), ...names });

export const FaultView = Type.Object({
  category: Type.String(),
  code: Type.String(),
  symptomCode: Type.String(),
  cause: TermView,
  faultyPart: TermView,
  remedy: TermView,
  repairClass: Type.Enum([...REPAIR_CLASSES]),
});

export const StepView = Type.Object({
  code: Type.String(),
  group: Type.String({ description: 'five_ones, arrival, work, one of the five services, finish' }),
  ...names,
  evidence: Type.Enum([...STEP_EVIDENCE]),
  mayNotApply: Type.Boolean({
    description: 'There may be nothing to do, like no other appliance to inspect',
  }),
});
export type StepView = Static<typeof StepView>;

export const NormView = Type.Object({
  category: Type.String(),
  standardSeconds: Type.Integer(),
  limitSeconds: Type.Integer(),
  difficulty: Type.Integer(),
  skills: Type.Array(Type.String()),
});

export const WorkTypeView = Type.Object({
  code: Type.String(),
  ...names,
  checklist: Type.Array(StepView),
  evidence: Type.Array(Type.String()),
  gates: Type.Array(Type.String()),
  norms: Type.Array(NormView),
});

export const ElectricLimitsView = Type.Object({
  effectiveFrom: DateOnly,
  electricClass: Type.String(),
  voltageMinimumVolts: Type.Number(),
  voltageMaximumVolts: Type.Number(),
  earthMaximumOhms: Nullable(Type.Number()),
  protectiveConductorMaximumOhms: Nullable(Type.Number()),
  neutralToEarthMaximumVolts: Nullable(Type.Number()),
  insulationMinimumMegohms: Type.Number(),
  leakageMaximumMilliamps: Type.Number(),
  rcdTripMaximumSeconds: Type.Number(),
});

export const PriceLine = Type.Object({
  code: CatalogueCode,
  kind: Type.Enum([...PRICE_KINDS]),
  category: Nullable(CategoryCode),
  workType: Nullable(WorkTypeCode),
  repairClass: Nullable(Type.Enum([...REPAIR_CLASSES])),
  ...names,
  unit: Type.String({ minLength: 1, maxLength: 20 }),
  unitFen: Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'Whole fen' }),
});
export type PriceLine = Static<typeof PriceLine>;

const priceListHead = {
  id: Uuid,
  name: Type.String({ description: 'Region and date, as quotes name it' }),
  regionCode: Type.String(),
  effectiveFrom: DateOnly,
  state: Type.Enum([...PRICE_LIST_STATES]),
  publishedAt: Nullable(Timestamp),
  version: Type.Integer(),
};
export const PriceListHead = Type.Object(priceListHead);
export type PriceListHead = Static<typeof PriceListHead>;
export const PriceListView = Type.Object({ ...priceListHead, lines: Type.Array(PriceLine) });
export type PriceListView = Static<typeof PriceListView>;

export const QuoteItem = Type.Object({
  code: CatalogueCode,
  quantity: Type.Integer({ minimum: 1, maximum: 1000 }),
});

export const PricedBasket = Type.Object({
  lines: Type.Array(
    Type.Object({
      code: Type.String(),
      kind: Type.Enum([...PRICE_KINDS]),
      nameZh: Type.String(),
      nameEn: Type.String(),
      unit: Type.String(),
      quantity: Type.Integer(),
      unitFen: Fen,
      amountFen: Fen,
    }),
  ),
  totalFen: Fen,
  priceListVersion: Type.String({ description: 'Name of the published list' }),
});

/** A page or list of something. */
export function ListOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item) });
}
