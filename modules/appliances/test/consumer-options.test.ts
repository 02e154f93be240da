import { fen } from '@firstfix/kernel';
import { addDays } from '@firstfix/kernel/zone';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consumerOptions, depreciation, type Fault } from '../src/consumer-options.ts';
import { aRepair, LAW } from './a-warranty.ts';

const START = '2025-03-10';

function day(days: number): string {
  return addDays(START, days);
}

function options(days: number, changes: Partial<Fault> = {}) {
  const fault: Fault = {
    startsOn: START,
    until: '2026-03-10',
    faultOn: day(days),
    faultCode: 'R01',
    repairs: [],
    underRepair: null,
    sameModelAvailable: true,
    ...changes,
  };
  return consumerOptions(fault, LAW);
}

describe('a performance fault', () => {
  it.each([
    [0, ['refund', 'exchange', 'repair']],
    [7, ['refund', 'exchange', 'repair']],
    [8, ['exchange', 'repair']],
    [15, ['exchange', 'repair']],
    [16, ['repair']],
    [365, ['repair']],
    [366, []],
  ])('on day %i lets choose %j', (days, expected) => {
    expect(options(days).options).toEqual(expected);
  });

  it('that comes a third time after two failed repairs is exchanged or refunded', () => {
    const repairs = [aRepair(day(40), day(40)), aRepair(day(60), day(60))];
    expect(options(70, { repairs })).toMatchObject({
      options: ['exchange', 'refund'],
      rule: 'failed_repairs',
    });
    expect(options(70, { repairs: repairs.slice(1) }).options).toEqual(['repair']);
    expect(options(70, { repairs, faultCode: 'C01' }).options).toEqual(['repair']);
    const said = repairs.map((repair) => ({ ...repair, failed: true }));
    expect(options(200, { repairs: said, faultCode: null }).options).toEqual(['exchange', 'refund']);
  });

  it('that waits for a part more than 90 days is exchanged', () => {
    const underRepair = { sentOn: day(10), delayedBy: 'part' } as const;
    expect(options(100, { underRepair }).options).toEqual(['repair']);
    expect(options(101, { underRepair })).toMatchObject({ options: ['exchange'], costBearer: 'seller' });
  });

  it('that the repairer delays more than 30 days is exchanged at the repairer’s cost', () => {
    const underRepair = { sentOn: day(10), delayedBy: 'repairer' } as const;
    expect(options(40, { underRepair }).options).toEqual(['repair']);
    expect(options(41, { underRepair })).toMatchObject({ options: ['exchange'], costBearer: 'repairer' });
  });

  it('is refunded in full where there is no same model', () => {
    expect(options(10, { sameModelAvailable: false })).toMatchObject({
      options: ['refund', 'repair'],
      fullRefund: true,
    });
  });

  it('within a week is refunded in full, after failed repairs less the use', () => {
    expect(options(3).fullRefund).toBe(true);
    const repairs = [
      aRepair(day(40), day(40), { failed: true }),
      aRepair(day(60), day(60), { failed: true }),
    ];
    expect(options(70, { repairs }).fullRefund).toBe(false);
  });
});

describe('depreciation', () => {
  const use = fc.record({
    priceFen: fc.integer({ min: 0, max: 1e8 }).map(fen),
    perDayBp: fc.integer({ min: 0, max: 100 }),
    days: fc.integer({ min: 0, max: 4000 }),
    repairDays: fc.integer({ min: 0, max: 500 }),
    fullRefund: fc.constant(false),
  });

  it('is price × rate × days of use', () => {
    const priceFen = fen(299_900);
    expect(depreciation({ priceFen, perDayBp: 10, days: 110, repairDays: 10, fullRefund: false })).toBe(
      29_990,
    );
    expect(depreciation({ priceFen, perDayBp: 10, days: 5000, repairDays: 0, fullRefund: false })).toBe(
      priceFen,
    );
  });

  it('is never negative, never above the price, and nothing off a full refund', () => {
    fc.assert(
      fc.property(use, (given) => {
        const off = depreciation(given);
        expect(off >= 0 && off <= given.priceFen).toBe(true);
        expect(depreciation({ ...given, fullRefund: true })).toBe(0);
      }),
    );
  });

  it('grows with the days, and not by as many in repair', () => {
    fc.assert(
      fc.property(use, fc.integer({ min: 0, max: 300 }), (given, more) => {
        const { days, repairDays } = given;
        expect(depreciation({ ...given, days: days + more })).toBeGreaterThanOrEqual(depreciation(given));
        const away = { ...given, days: days + more, repairDays: repairDays + more };
        expect(depreciation(away)).toBe(depreciation(given));
      }),
    );
  });
});
