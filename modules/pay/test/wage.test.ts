import { fen } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFactor } from '../src/basis-points.ts';
import { outletFeeOf } from '../src/outlet-fee.ts';
import { containedTax } from '../src/payment.ts';
import { type WorkFacts, wageOf } from '../src/wage.ts';
import { NOTHING_BELOW_FOUR_STARS, WAGES, type WagesPolicy } from '../src/wage-policy.ts';

const policy = WAGES.standard;
const facts: WorkFacts = {
  workType: 'repair',
  category: 'fridge',
  repairClass: 'medium',
  difficulty: 2,
  regionCode: '370200',
  grade: 'B',
  stars: 4,
  distanceMetres: 5000,
  finishedMinute: 600,
  isHoliday: false,
};

describe('the wage of an order', () => {
  it.each<[string, Partial<WorkFacts>, number]>([
    ['medium repair, four stars', {}, 8000],
    ['five stars', { stars: 5 }, 9200],
    ['neutral', { stars: null }, 8000],
    ['one star', { stars: 1 }, 0],
    ['one star, far away: the way is paid', { stars: 1, distanceMetres: 20_001 }, 150],
    ['best engineer, hardest work', { grade: 'A+', difficulty: 4, stars: 5 }, 16_560],
    ['major air conditioner repair', { category: 'ac', repairClass: 'major' }, 18_000],
    [
      'an installation without a repair class',
      { workType: 'install', category: 'ac', repairClass: null },
      16_000,
    ],
    ['unknown work', { workType: 'other' }, 4000],
    ['33 km: 13 beyond the free ones', { distanceMetres: 33_000 }, 9950],
    ['at 20:00', { finishedMinute: 1200 }, 9600],
    ['before six', { finishedMinute: 359 }, 9600],
    ['at six', { finishedMinute: 360 }, 8000],
    ['on a holiday', { isHoliday: true }, 16_000],
    [
      'half a fen goes up',
      { workType: 'clean', category: 'ac', repairClass: null, grade: 'C', difficulty: 1, stars: 5 },
      6883,
    ],
  ])('%s', (_, changes, total) => {
    expect(wageOf({ ...facts, ...changes }, policy).totalFen).toBe(total);
  });

  it('says its rule, its inputs and its arithmetic', () => {
    expect(wageOf({ ...facts, stars: 5, distanceMetres: 21_500 }, policy).lines).toMatchObject([
      {
        rule: 'labour_price',
        inputs: { stars: 5, rateFen: 8000 },
        arithmetic: '¥80.00 × 1.00 × 1.00 × 1.00 × 1.15 = ¥92.00',
      },
      { rule: 'distance', inputs: { kilometres: 2 }, arithmetic: '2 km × ¥1.50 = ¥3.00' },
    ]);
    expect([11_500, 9999, 10_000, 5, 123_450].map(formatFactor)).toEqual([
      '1.15',
      '0.9999',
      '1.00',
      '0.0005',
      '12.345',
    ]);
  });

  it('pays nothing below four stars under the hard variant', () => {
    expect(wageOf({ ...facts, stars: 3 }, NOTHING_BELOW_FOUR_STARS).totalFen).toBe(0);
    expect(wageOf({ ...facts, stars: 4 }, NOTHING_BELOW_FOUR_STARS).totalFen).toBe(8000);
  });
});

const basisPoints = fc.integer({ min: 0, max: 30_000 });
const anyFacts: fc.Arbitrary<WorkFacts> = fc.record({
  workType: fc.constantFrom('repair', 'install', 'clean', 'other'),
  category: fc.constantFrom('ac', 'fridge', 'tv'),
  repairClass: fc.constantFrom('major', 'medium', 'minor', 'adjust', null),
  difficulty: fc.integer({ min: 1, max: 4 }),
  regionCode: fc.constantFrom('370200', '110100'),
  grade: fc.constantFrom('A+', 'A', 'B', 'C', 'D'),
  stars: fc.constantFrom(1, 2, 3, 4, 5, null),
  distanceMetres: fc.integer({ min: 0, max: 300_000 }),
  finishedMinute: fc.integer({ min: 0, max: 1439 }),
  isHoliday: fc.boolean(),
});
/** Any policy whose factors grow with the stars. */
const anyPolicy: fc.Arbitrary<WagesPolicy> = fc
  .record({
    factors: fc.array(basisPoints, { minLength: 5, maxLength: 5 }).map((list) => list.sort((a, b) => a - b)),
    neutral: basisPoints,
    night: basisPoints,
    region: basisPoints,
    rate: fc.integer({ min: 0, max: 50_000 }),
  })
  .map(({ factors, neutral, night, region, rate }) => {
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = factors;
    const ratingBasisPoints = { '1': one, '2': two, '3': three, '4': four, '5': five, neutral };
    return {
      ...policy,
      pieceRates: [{ workType: 'repair', category: '*', repairClass: '*', fen: rate }],
      regionBasisPoints: { '370200': region },
      ratingBasisPoints,
      night: { ...policy.night, extraBasisPoints: night },
      outletFee: { ...policy.outletFee, ratingBasisPoints },
    };
  });

describe('wage and outlet fee', () => {
  it('are never negative, are whole fen, and the lines sum to them', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (given, rules) => {
        for (const sum of [wageOf(given, rules), outletFeeOf(given, rules)]) {
          expect(Number.isSafeInteger(sum.totalFen) && sum.totalFen >= 0).toBe(true);
          expect(sum.lines.reduce((total, line) => total + line.amountFen, 0)).toBe(sum.totalFen);
        }
      }),
    );
  });

  it('grow with the stars', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (given, rules) => {
        const wages = [1, 2, 3, 4, 5].map((stars) => wageOf({ ...given, stars }, rules).totalFen);
        const fees = [1, 2, 3, 4, 5].map((stars) => outletFeeOf({ ...given, stars }, rules).totalFen);
        expect(wages).toEqual(wages.toSorted((a, b) => a - b));
        expect(fees).toEqual(fees.toSorted((a, b) => a - b));
      }),
    );
  });

  it('are within half a fen of exact reckoning', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (given, rules) => {
        const [labour] = wageOf(given, rules).lines;
        const { rateFen, basisPoints: factors } = labour?.inputs ?? {};
        if (!Array.isArray(factors)) throw new TypeError('the line names its factors');
        const exact = factors.reduce((product, factor) => (product * factor) / 10_000, Number(rateFen));
        expect(Math.abs(exact - (labour?.amountFen ?? Number.NaN))).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });
});

it('finds the tax contained in an amount', () => {
  expect(containedTax(fen(10_600), 600)).toBe(600);
  expect(containedTax(fen(1), 600)).toBe(0);
  expect(containedTax(fen(5000), 0)).toBe(0);
});
