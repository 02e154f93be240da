import { fen, type Money } from '@firstfix/kernel';
import { exactnessOf, product, ratingFactor, type Sum, sumOf, type WorkFacts } from './wage.ts';
import type { WagesPolicy } from './wage-policy.ts';

/** The outlet's fee for one order: it grows with the stars of the engineer who did it and with that engineer's grade. */
export function outletFeeOf(facts: WorkFacts, { outletFee }: WagesPolicy): Sum {
  const factors = [
    ratingFactor(facts.stars, outletFee.ratingBasisPoints),
    outletFee.gradeBasisPoints[facts.grade],
  ];
  const inputs = {
    workType: facts.workType,
    category: facts.category,
    stars: facts.stars,
    grade: facts.grade,
  };
  return sumOf([product('outlet_fee', baseFee(facts, outletFee), factors, inputs)]);
}

function baseFee(facts: WorkFacts, { rates, otherwiseFen }: WagesPolicy['outletFee']): Money {
  let best = { exactness: -1, fen: otherwiseFen };
  for (const rate of rates) {
    const exactness = exactnessOf([
      [rate.workType, facts.workType],
      [rate.category, facts.category],
    ]);
    if (exactness > best.exactness) best = { exactness, fen: rate.fen };
  }
  return fen(best.fen);
}
