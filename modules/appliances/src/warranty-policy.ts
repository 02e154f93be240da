import type { LocalDate } from '@firstfix/kernel/zone';
import { compareDates } from './days.ts';

/** The three guarantees for one kind of goods, as they stood from a date on. */
export interface WarrantyPolicy {
  readonly policyVersion: string;
  readonly effectiveFrom: LocalDate;
  readonly goodsCode: string;
  readonly unitMonths: number;
  readonly mainPartMonths: number;
  readonly mainParts: readonly string[];
  /** Whether labour is free with a main part once the whole unit is out. */
  readonly mainPartLabour: boolean;
  readonly refundDays: number;
  readonly exchangeDays: number;
  readonly failedRepairs: number;
  /** A repaired appliance must work at least so long. */
  readonly holdsDays: number;
  readonly partWaitDays: number;
  readonly repairerDelayDays: number;
  /** Basis points of the price a day of use costs when it is given back. */
  readonly depreciationPerDayBp: number;
}

export interface NoInvoiceRule {
  readonly brand: string;
  readonly effectiveFrom: LocalDate;
  readonly monthsAfterProduction: number;
}

interface Dated {
  readonly effectiveFrom: LocalDate;
}

/** The last of dated rules that began on or before the date. */
export function inForce<Rule extends Dated>(rules: readonly Rule[], on: LocalDate): Rule | undefined {
  return rules
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .toSorted((a, b) => compareDates(b.effectiveFrom, a.effectiveFrom))[0];
}
