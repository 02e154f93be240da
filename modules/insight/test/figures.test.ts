import { describe, expect, it } from 'vitest';
import { FIGURE_TYPES, figureValue, isMet, totalOf } from '../src/figures.ts';
import { periodOf } from '../src/period.ts';

describe('a figure', () => {
  it('is the counted part of the whole, per million where it says so', () => {
    const counted = { numerator: 3, denominator: 600_000, missed: 3 };
    expect(figureValue(FIGURE_TYPES.complaints_per_million, counted)).toBeCloseTo(5);
    expect(figureValue(FIGURE_TYPES.window_kept, { numerator: 49, denominator: 50, missed: 1 })).toBe(0.98);
    expect(figureValue(FIGURE_TYPES.open_orders, { numerator: 7, denominator: 7, missed: 2 })).toBe(7);
  });

  it('has no value and no verdict while there is nothing to count', () => {
    const nothing = { numerator: 0, denominator: 0, missed: 0 };
    const value = figureValue(FIGURE_TYPES.rating, nothing);
    expect(value).toBeNull();
    expect(isMet({ must: 'be_at_least', value: 4 }, value)).toBeNull();
  });

  it.each([
    ['be_at_least', 0.95, 0.95, true],
    ['be_at_least', 0.95, 0.949, false],
    ['be_at_most', 2, 2, true],
    ['be_at_most', 2, 2.1, false],
  ] as const)('must %s %d: %d is %s', (must, goal, value, met) => {
    expect(isMet({ must, value: goal }, value)).toBe(met);
  });

  it('is the sum of its parts', () => {
    const parts = [
      { numerator: 1, denominator: 2, missed: 1 },
      { numerator: 3, denominator: 4, missed: 0 },
    ];
    expect(totalOf(parts)).toEqual({ numerator: 4, denominator: 6, missed: 1 });
    expect(totalOf([])).toEqual({ numerator: 0, denominator: 0, missed: 0 });
  });
});

describe('a period', () => {
  const DAY = 86_400_000;
  const now = 1_000 * DAY;

  it('is the 30 days up to now unless told otherwise', () => {
    expect(periodOf(undefined, undefined, now)).toEqual({ start: now - 30 * DAY, end: now });
    expect(periodOf(undefined, now - DAY, now)).toEqual({ start: now - 31 * DAY, end: now - DAY });
    expect(periodOf(now - DAY, undefined, now)).toEqual({ start: now - DAY, end: now });
  });

  it.each([
    ['empty', now, now],
    ['turned round', now, now - 1],
    ['longer than 400 days', now - 400 * DAY - 1, now],
  ])('is refused when it is %s', (_why, from, to) => {
    expect(() => periodOf(from, to, now)).toThrow(/period_unfit/);
  });
});
