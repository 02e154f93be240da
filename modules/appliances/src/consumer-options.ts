import type { ConsumerOption, Delay } from '@firstfix/contract/appliances/schemas';
import { fen, type Money, timesBasisPoints, ZERO } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import { daysBetween } from './days.ts';
import { failedRepairs, type Repair } from './repair.ts';
import type { WarrantyPolicy } from './warranty-policy.ts';

/** A performance fault inside the period, with what happened before. */
export interface Fault {
  readonly startsOn: LocalDate;
  /** Last day of the whole unit's cover. */
  readonly until: LocalDate;
  readonly faultOn: LocalDate;
  readonly faultCode: string | null;
  readonly repairs: readonly Repair[];
  /** A repair under way: handed over on this day, and what it waits for. */
  readonly underRepair: { readonly sentOn: LocalDate; readonly delayedBy: Delay | null } | null;
  readonly sameModelAvailable: boolean;
}

export type OptionRule =
  | 'out_of_period'
  | 'first_days'
  | 'first_fortnight'
  | 'failed_repairs'
  | 'part_wait'
  | 'repairer_delay'
  | 'period';

export interface ConsumerOptions {
  readonly options: readonly ConsumerOption[];
  readonly rule: OptionRule;
  readonly costBearer: 'seller' | 'repairer';
  /** Whether a refund is the full price. */
  readonly fullRefund: boolean;
}

/** What the consumer may choose. The rule that gives them most comes first. */
export function consumerOptions(fault: Fault, policy: WarrantyPolicy): ConsumerOptions {
  const days = daysBetween(fault.startsOn, fault.faultOn);
  if (fault.faultOn > fault.until) return chosen([], 'out_of_period', fault);
  if (days <= policy.refundDays) {
    return { ...chosen(['refund', 'exchange', 'repair'], 'first_days', fault), fullRefund: true };
  }
  const failed = failedRepairs(fault.repairs, { on: fault.faultOn, code: fault.faultCode }, policy.holdsDays);
  if (failed >= policy.failedRepairs) return chosen(['exchange', 'refund'], 'failed_repairs', fault);
  return waited(fault, policy) ?? afterwards(fault, days, policy);
}

/** Kept waiting too long: a free exchange; who kept them waiting bears it. */
function waited(fault: Fault, policy: WarrantyPolicy): ConsumerOptions | undefined {
  if (fault.underRepair === null) return undefined;
  const { sentOn, delayedBy } = fault.underRepair;
  const days = daysBetween(sentOn, fault.faultOn);
  if (delayedBy === 'part' && days > policy.partWaitDays) return chosen(['exchange'], 'part_wait', fault);
  if (delayedBy === 'repairer' && days > policy.repairerDelayDays) {
    return { ...chosen(['exchange'], 'repairer_delay', fault), costBearer: 'repairer' };
  }
  return undefined;
}

function afterwards(fault: Fault, days: number, policy: WarrantyPolicy): ConsumerOptions {
  if (days <= policy.exchangeDays) return chosen(['exchange', 'repair'], 'first_fortnight', fault);
  return chosen(['repair'], 'period', fault);
}

/** Whom no same model can be given in exchange gets the full price back. */
function chosen(options: readonly ConsumerOption[], rule: OptionRule, fault: Fault): ConsumerOptions {
  const exchange = options.includes('exchange');
  const instead = exchange && !fault.sameModelAvailable;
  return {
    options: instead
      ? [...new Set<ConsumerOption>(['refund', ...options.filter((one) => one !== 'exchange')])]
      : options,
    rule,
    costBearer: 'seller',
    fullRefund: instead,
  };
}

/**
 * What the use so far takes off a refund: price × daily rate × days from purchase to return without those in
 * repair. Never negative, never more than the price; nothing off a full refund.
 */
export function depreciation(use: {
  readonly priceFen: Money;
  readonly perDayBp: number;
  readonly days: number;
  readonly repairDays: number;
  readonly fullRefund: boolean;
}): Money {
  if (use.fullRefund) return ZERO;
  const daysOfUse = Math.max(0, use.days - use.repairDays);
  return fen(Math.min(use.priceFen, timesBasisPoints(use.priceFen, use.perDayBp * daysOfUse)));
}
