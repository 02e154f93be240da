import { fen } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveList, type PriceLine, type PriceList, priceBasket } from '../src/price-list.ts';

function listOf(regionCode: string, effectiveFrom: string): PriceList {
  return {
    id: `${regionCode}${effectiveFrom}`,
    regionCode,
    effectiveFrom,
    state: 'published',
    publishedAt: 0,
    version: 2,
  };
}

const lists = [listOf('CN', '2024-01-01'), listOf('CN', '2026-01-01'), listOf('370200', '2025-01-01')];

describe('the list in force', () => {
  it.each([
    ['370200', '2024-12-31', 'CN@2024-01-01'],
    ['370200', '2025-01-01', '370200@2025-01-01'],
    ['370200', '2026-06-01', '370200@2025-01-01'],
    ['110000', '2025-12-31', 'CN@2024-01-01'],
    ['110000', '2026-01-01', 'CN@2026-01-01'],
    ['110000', '2023-12-31', undefined],
  ])('in %s on %s is %s', (region, on, name) => {
    const list = effectiveList(lists, region, on);
    expect(list && `${list.regionCode}@${list.effectiveFrom}`).toBe(name);
  });

  it('on an earlier date is the same after a later one came', () => {
    const date = fc.date({ min: new Date('2023-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const day = date.map((value) => value.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom('CN', '370200'), (on, from, region) => {
        fc.pre(from > on);
        expect(effectiveList([...lists, listOf(region, from)], '370200', on)).toEqual(
          effectiveList(lists, '370200', on),
        );
      }),
    );
  });
});

describe('a basket', () => {
  it('totals its lines', () => {
    const item = fc.record({
      quantity: fc.integer({ min: 1, max: 1000 }),
      unitFen: fc.integer({ min: 0, max: 1e8 }),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 50 }), (items) => {
        const lines = new Map(items.map(({ unitFen }, at) => [`line-${at}`, lineOf(`line-${at}`, unitFen)]));
        const basket = items.map(({ quantity }, at) => ({ code: `line-${at}`, quantity }));
        const priced = priceBasket(
          listOf('CN', '2024-01-01'),
          lines,
          { category: 'ac', workType: 'repair' },
          basket,
        );
        expect(priced.totalFen).toBe(
          items.reduce((sum, { quantity, unitFen }) => sum + quantity * unitFen, 0),
        );
      }),
    );
  });
});

function lineOf(code: string, unitFen: number): PriceLine {
  const names = { nameZh: '项目', nameEn: 'Item', unit: 'piece' };
  return {
    code,
    kind: 'material',
    category: null,
    workType: null,
    repairClass: null,
    ...names,
    unitFen: fen(unitFen),
  };
}
