import type { WarrantyFacts } from '../src/entitlement.ts';
import type { Repair } from '../src/repair.ts';
import type { WarrantyPolicy } from '../src/warranty-policy.ts';

/** The law for an air conditioner. */
export const LAW: WarrantyPolicy = {
  policyVersion: 'law-1995',
  effectiveFrom: '1995-08-25',
  goodsCode: 'ac',
  unitMonths: 12,
  mainPartMonths: 36,
  mainParts: ['compressor'],
  mainPartLabour: true,
  refundDays: 7,
  exchangeDays: 15,
  failedRepairs: 2,
  holdsDays: 30,
  partWaitDays: 90,
  repairerDelayDays: 30,
  depreciationPerDayBp: 10,
};

/** Bought, invoiced, delivered and installed on one day, and nothing happened since. */
export function facts(changes: Partial<WarrantyFacts> = {}): WarrantyFacts {
  return {
    boughtOn: '2025-03-10',
    invoiced: true,
    deliveredOn: null,
    installedOn: null,
    madeOn: '2024-11-01',
    exchangedOn: null,
    repairs: [],
    extended: [],
    policies: [LAW],
    promises: [],
    noInvoiceRules: [{ brand: 'Hearth', effectiveFrom: '2010-01-01', monthsAfterProduction: 3 }],
    ...changes,
  };
}

export function aRepair(receivedOn: string, doneOn: string | null, changes: Partial<Repair> = {}): Repair {
  return { receivedOn, doneOn, faultCode: 'R01', failed: false, delayedBy: null, ...changes };
}
