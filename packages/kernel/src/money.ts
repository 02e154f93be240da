/** An amount in fen (1/100 yuan), always a safe integer; negative amounts are owed the other way. */
export type Money = number & { readonly __money: 'fen' };

/** Marks an integer as money. Throws `RangeError` when it is not a safe integer. */
export function fen(amount: number): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`money must be whole fen, got ${amount}`);
  return (amount === 0 ? 0 : amount) as Money;
}

export const ZERO = fen(0);

export function addMoney(...amounts: readonly Money[]): Money {
  return fen(amounts.reduce((sum: number, amount) => sum + amount, 0));
}

export function negate(amount: Money): Money {
  return fen(-amount);
}

/**
 * `amount` × `basisPoints` / 10,000, rounded half away from zero to the fen
 * (the trade rounds each line by itself, half up).
 */
export function timesBasisPoints(amount: Money, basisPoints: number): Money {
  if (!Number.isSafeInteger(basisPoints))
    throw new RangeError(`basis points must be whole, got ${basisPoints}`);
  const product = BigInt(amount) * BigInt(basisPoints);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude + 5_000n) / 10_000n;
  return fen(Number(product < 0n ? -rounded : rounded));
}

/** `amount` × a whole `quantity`. */
export function timesQuantity(amount: Money, quantity: number): Money {
  return fen(amount * quantity);
}

/**
 * Splits `amount` in proportion to `weights` (whole, not negative, not all zero) so that the parts
 * sum to it exactly; fen left over go to the largest remainders, earlier parts first.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n) throw new RangeError('weights must not all be zero');
  const sign = amount < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(amount));
  const shares = weights.map((weight, index) => {
    const exact = whole * BigInt(weight);
    return { index, part: exact / total, remainder: exact % total };
  });
  let left = whole - shares.reduce((sum, share) => sum + share.part, 0n);
  for (const share of shares.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)) {
    if (left === 0n) break;
    share.part += 1n;
    left -= 1n;
  }
  return shares.map((share) => fen(sign * Number(share.part)));
}

/** `¥1,234.50`: for people, never for parsing. */
export function formatYuan(amount: Money): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}¥${yuan}.${digits.slice(-2)}`;
}
