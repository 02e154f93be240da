import type { EarningLine } from '@firstfix/contract/pay/schemas';
import type { Id, Instant, Money } from '@firstfix/kernel';
import { outletFeeOf } from './outlet-fee.ts';
import { type WorkFacts, wageOf } from './wage.ts';
import type { WagesPolicy } from './wage-policy.ts';

/** What one verdict on an order earned, with everything it was computed from. */
export interface Earning {
  readonly workOrderId: Id;
  /** Of the rating. */
  readonly revision: number;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly stars: number | null;
  readonly policyVersion: number;
  readonly facts: WorkFacts;
  readonly wageFen: Money;
  readonly wageLines: readonly EarningLine[];
  readonly outletFeeFen: Money;
  readonly outletFeeLines: readonly EarningLine[];
  readonly postedAt: Instant;
}

/** Whose earning it is and by which verdict. */
export type EarnedBy = Pick<
  Earning,
  'workOrderId' | 'revision' | 'engineerId' | 'outletId' | 'territoryId' | 'postedAt'
>;

/** Pure: the same facts and policy give the same fen, today and in a year. */
export function earn(
  by: EarnedBy,
  facts: WorkFacts,
  policy: { version: number; document: WagesPolicy },
): Earning {
  const wage = wageOf(facts, policy.document);
  const fee = outletFeeOf(facts, policy.document);
  return {
    ...by,
    stars: facts.stars,
    policyVersion: policy.version,
    facts,
    wageFen: wage.totalFen,
    wageLines: wage.lines,
    outletFeeFen: fee.totalFen,
    outletFeeLines: fee.lines,
  };
}
