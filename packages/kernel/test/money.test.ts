import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, allocate, fen, formatYuan, negate, timesBasisPoints } from '../src/index.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(fen);

describe('money', () => {
  it('is whole fen or refused', () => {
    expect(() => fen(0.5)).toThrow(/whole fen/);
    expect(() => fen(2 ** 53)).toThrow(/whole fen/);
    expect(Object.is(negate(fen(0)), 0)).toBe(true);
  });

  it.each([
    [105, 5_000, 53],
    [-105, 5_000, -53],
    [1, 4_999, 0],
    [1, 5_000, 1],
    [12_345, 11_500, 14_197],
  ])('%i × %i/10,000 rounds half away from zero to %i', (amount, basisPoints, expected) => {
    expect(timesBasisPoints(fen(amount), basisPoints)).toBe(expected);
  });

  it('rounds by at most half a fen and symmetrically', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100_000 }), (amount, basisPoints) => {
        const product = timesBasisPoints(amount, basisPoints);
        const error = BigInt(product) * 10_000n - BigInt(amount) * BigInt(basisPoints);
        expect(error <= 5_000n && error >= -5_000n).toBe(true);
        expect(timesBasisPoints(negate(amount), basisPoints)).toBe(negate(product));
      }),
    );
  });

  it('splits without losing a fen, nobody more than one fen off', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        fc.pre(shares.some((weight) => weight > 0));
        const parts = allocate(amount, shares);
        expect(addMoney(...parts)).toBe(amount);
        const total = shares.reduce((sum, weight) => sum + weight, 0);
        parts.forEach((part, index) => {
          const exact = (Number(amount) * (shares[index] ?? 0)) / total;
          expect(Math.abs(part - exact)).toBeLessThan(1.001);
        });
      }),
    );
  });

  it('is written for people', () => {
    expect(formatYuan(fen(123_456_789))).toBe('¥1,234,567.89');
    expect(formatYuan(fen(-5))).toBe('-¥0.05');
  });
});
