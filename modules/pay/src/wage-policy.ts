import { definePolicy } from '@firstfix/contract';
import { type Static, Type } from 'typebox';
import standard from '../data/wages.json' with { type: 'json' };
import hard from '../data/wages-nothing-below-four-stars.json' with { type: 'json' };

const BasisPoints = Type.Integer({ minimum: 0, maximum: 100_000, description: '10,000 = × 1' });
const Rate = Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Fen' });
const Code = Type.String({ minLength: 1, maxLength: 30, description: '`*` = any' });
const Minute = Type.Integer({ minimum: 0, maximum: 1440, description: 'Of the local day' });

const Ratings = Type.Object({
  '5': BasisPoints,
  '4': BasisPoints,
  '3': BasisPoints,
  '2': BasisPoints,
  '1': BasisPoints,
  neutral: BasisPoints,
});

const Grades = Type.Object({
  'A+': BasisPoints,
  A: BasisPoints,
  B: BasisPoints,
  C: BasisPoints,
  D: BasisPoints,
});

const WagesDocument = Type.Object({
  pieceRates: Type.Array(Type.Object({ workType: Code, category: Code, repairClass: Code, fen: Rate }), {
    maxItems: 2000,
    description: 'The most exact entry counts: work type before category before repair class',
  }),
  otherwiseFen: Rate,
  difficultyBasisPoints: Type.Object({
    '1': BasisPoints,
    '2': BasisPoints,
    '3': BasisPoints,
    '4': BasisPoints,
  }),
  regionBasisPoints: Type.Record(Type.String({ maxLength: 30 }), BasisPoints, {
    description: 'By region code; a region not named counts × 1',
  }),
  gradeBasisPoints: Grades,
  ratingBasisPoints: Ratings,
  distance: Type.Object({
    freeMetres: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    fenPerKilometre: Rate,
  }),
  night: Type.Object({ fromMinute: Minute, untilMinute: Minute, extraBasisPoints: BasisPoints }),
  holidayExtraBasisPoints: BasisPoints,
  outletFee: Type.Object({
    rates: Type.Array(Type.Object({ workType: Code, category: Code, fen: Rate }), { maxItems: 2000 }),
    otherwiseFen: Rate,
    ratingBasisPoints: Ratings,
    gradeBasisPoints: Grades,
  }),
});
export type WagesPolicy = Static<typeof WagesDocument>;

export const WAGES = definePolicy({
  name: 'pay.wages',
  summary: 'What engineers and outlets earn by an order, and how the customer’s stars change it',
  schema: WagesDocument,
  standard,
});

/** The hard variant, to be published by those who want it: below four stars nothing. */
export const NOTHING_BELOW_FOUR_STARS: WagesPolicy = { ...standard, ...hard };

/** An engineer the network does not know is paid by this grade until it does. */
export const UNKNOWN_GRADE = 'C';

export const TAXES = definePolicy({
  name: 'pay.taxes',
  summary: 'Value-added tax contained in what customers pay',
  schema: Type.Object({ serviceVatBasisPoints: BasisPoints }),
  standard: { serviceVatBasisPoints: 600 },
});
