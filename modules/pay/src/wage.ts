import type { EarningLine } from '@firstfix/contract/pay/schemas';
import { addMoney, fen, formatYuan, type Money, timesQuantity } from '@firstfix/kernel';
import { timesFactors, writeProduct } from './basis-points.ts';
import type { WagesPolicy } from './wage-policy.ts';

/** What is known of the work when its verdict comes; kept with what it earned. */
export interface WorkFacts {
  readonly workType: string;
  readonly category: string;
  /** `major`, `medium`, `minor`, `adjust`; null when nothing was repaired. */
  readonly repairClass: string | null;
  readonly difficulty: number;
  readonly regionCode: string;
  readonly grade: keyof WagesPolicy['gradeBasisPoints'];
  /** Null = the neutral verdict. */
  readonly stars: number | null;
  readonly distanceMetres: number;
  /** Minute of the local day at which the work was finished. */
  readonly finishedMinute: number;
  readonly isHoliday: boolean;
}

export interface Sum {
  readonly lines: readonly EarningLine[];
  readonly totalFen: Money;
}

/**
 * The engineer's pay for one order: labour price (piece rate × difficulty × region × grade × stars), distance,
 * night and holiday. The stars change the labour price only: the way and the hour were the engineer's either way.
 * Each line is rounded half up to the fen by itself.
 */
export function wageOf(facts: WorkFacts, policy: WagesPolicy): Sum {
  const lines = [
    labour(facts, policy),
    distance(facts, policy),
    night(facts, policy),
    holiday(facts, policy),
  ];
  return sumOf(lines.flatMap((line) => line ?? []));
}

export function sumOf(lines: readonly EarningLine[]): Sum {
  return { lines, totalFen: addMoney(...lines.map(({ amountFen }) => fen(amountFen))) };
}

function labour(facts: WorkFacts, policy: WagesPolicy): EarningLine {
  const rate = pieceRate(facts, policy);
  const factors = [...rateFactors(facts, policy), ratingFactor(facts.stars, policy.ratingBasisPoints)];
  return product('labour_price', rate, factors, {
    workType: facts.workType,
    category: facts.category,
    repairClass: facts.repairClass,
    difficulty: facts.difficulty,
    regionCode: facts.regionCode,
    grade: facts.grade,
    stars: facts.stars,
  });
}

/** Whole kilometres begun beyond the free distance. */
function distance({ distanceMetres }: WorkFacts, policy: WagesPolicy): EarningLine | undefined {
  const { freeMetres, fenPerKilometre } = policy.distance;
  const kilometres = Math.ceil(Math.max(0, distanceMetres - freeMetres) / 1000);
  if (kilometres === 0) return undefined;
  const amount = timesQuantity(fen(fenPerKilometre), kilometres);
  return {
    rule: 'distance',
    inputs: { distanceMetres, freeMetres, kilometres },
    arithmetic: `${kilometres} km × ${formatYuan(fen(fenPerKilometre))} = ${formatYuan(amount)}`,
    amountFen: amount,
  };
}

function night(facts: WorkFacts, policy: WagesPolicy): EarningLine | undefined {
  const { fromMinute, untilMinute, extraBasisPoints } = policy.night;
  if (!isWithin(facts.finishedMinute, fromMinute, untilMinute)) return undefined;
  const factors = [...rateFactors(facts, policy), extraBasisPoints];
  return product('night', pieceRate(facts, policy), factors, { finishedMinute: facts.finishedMinute });
}

function holiday(facts: WorkFacts, policy: WagesPolicy): EarningLine | undefined {
  if (!facts.isHoliday) return undefined;
  const factors = [...rateFactors(facts, policy), policy.holidayExtraBasisPoints];
  return product('holiday', pieceRate(facts, policy), factors, { isHoliday: true });
}

/** One line = one product, rounded once. */
export function product(
  rule: string,
  rate: Money,
  factors: readonly number[],
  inputs: Readonly<Record<string, unknown>>,
): EarningLine {
  const amount = timesFactors(rate, factors);
  return {
    rule,
    inputs: { ...inputs, rateFen: rate, basisPoints: [...factors] },
    arithmetic: writeProduct(rate, factors, amount),
    amountFen: amount,
  };
}

/** The factor of a verdict; stars are 1 to 5. */
export function ratingFactor(stars: number | null, factors: WagesPolicy['ratingBasisPoints']): number {
  switch (stars) {
    case null:
      return factors.neutral;
    case 5:
      return factors['5'];
    case 4:
      return factors['4'];
    case 3:
      return factors['3'];
    case 2:
      return factors['2'];
    case 1:
      return factors['1'];
    default:
      throw new RangeError(`stars are 1 to 5, got ${stars}`);
  }
}

function rateFactors(facts: WorkFacts, policy: WagesPolicy): number[] {
  return [
    difficultyFactor(facts.difficulty, policy.difficultyBasisPoints),
    policy.regionBasisPoints[facts.regionCode] ?? 10_000,
    policy.gradeBasisPoints[facts.grade],
  ];
}

function difficultyFactor(difficulty: number, factors: WagesPolicy['difficultyBasisPoints']): number {
  if (difficulty <= 1) return factors['1'];
  if (difficulty === 2) return factors['2'];
  return difficulty === 3 ? factors['3'] : factors['4'];
}

function pieceRate(facts: WorkFacts, policy: WagesPolicy): Money {
  let best = { exactness: -1, fen: policy.otherwiseFen };
  for (const rate of policy.pieceRates) {
    const exactness = exactnessOf([
      [rate.workType, facts.workType],
      [rate.category, facts.category],
      [rate.repairClass, facts.repairClass],
    ]);
    if (exactness > best.exactness) best = { exactness, fen: rate.fen };
  }
  return fen(best.fen);
}

/** How exactly an entry of a table fits: the first column weighs most; -1 when it does not fit. */
export function exactnessOf(columns: readonly (readonly [entry: string, fact: string | null])[]): number {
  let exactness = 0;
  for (const [entry, fact] of columns) {
    if (entry !== '*' && entry !== fact) return -1;
    exactness = exactness * 2 + (entry === '*' ? 0 : 1);
  }
  return exactness;
}

/** A stretch may go over midnight. */
function isWithin(minute: number, from: number, until: number): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}
