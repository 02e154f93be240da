import { fen, formatYuan, type Money } from '@firstfix/kernel';

const ONE = 10_000n;

/** `amount` × every factor, rounded once, half up: a line is one sum. */
export function timesFactors(amount: Money, basisPoints: readonly number[]): Money {
  const product = basisPoints.reduce((value, factor) => value * BigInt(factor), BigInt(amount));
  const divisor = ONE ** BigInt(basisPoints.length);
  return fen(Number((product * 2n + divisor) / (divisor * 2n)));
}

/** `11500` → `1.15`. */
export function formatFactor(basisPoints: number): string {
  const digits = String(basisPoints).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${digits.slice(0, -4)}.${decimals}`;
}

/** `¥60.00 × 1.20 × 1.15 = ¥82.80`. */
export function writeProduct(amount: Money, basisPoints: readonly number[], result: Money): string {
  return `${[formatYuan(amount), ...basisPoints.map(formatFactor)].join(' × ')} = ${formatYuan(result)}`;
}
