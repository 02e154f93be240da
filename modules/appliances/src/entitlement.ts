import type { WarrantyPromise } from '@firstfix/catalogue';
import type { CoveredParts, StartBasis } from '@firstfix/contract/appliances/schemas';
import type { Cover } from '@firstfix/contract/orders/schemas';
import { addMonths, type LocalDate } from '@firstfix/kernel/zone';
import { compareDates } from './days.ts';
import { extendByRepairs, type Repair } from './repair.ts';
import { inForce, type NoInvoiceRule, type WarrantyPolicy } from './warranty-policy.ts';

export interface ExtendedWarranty {
  readonly contractNumber: string;
  readonly covers: 'whole_unit' | 'main_parts';
  readonly startsOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** Everything the guarantees depend on. */
export interface WarrantyFacts {
  readonly boughtOn: LocalDate | null;
  /** Whether there is an invoice to show for it. */
  readonly invoiced: boolean;
  readonly deliveredOn: LocalDate | null;
  readonly installedOn: LocalDate | null;
  readonly madeOn: LocalDate | null;
  /** The day this unit was given in exchange. */
  readonly exchangedOn: LocalDate | null;
  readonly repairs: readonly Repair[];
  readonly extended: readonly ExtendedWarranty[];
  /** The law for these goods and the brand's promises; either may be empty. */
  readonly policies: readonly WarrantyPolicy[];
  readonly promises: readonly WarrantyPromise[];
  readonly noInvoiceRules: readonly NoInvoiceRule[];
}

export interface Period {
  readonly source: 'law' | 'promise';
  readonly months: number;
  readonly extendedByDays: number;
  /** Last day covered. */
  readonly until: LocalDate;
}

export type Flag = 'no_invoice' | 'no_dates' | 'no_rule';

/** Why the cover is what it is. */
export interface Basis {
  readonly start: StartBasis | null;
  readonly startsOn: LocalDate | null;
  readonly wholeUnit: Period | null;
  readonly mainParts: Period | null;
  readonly extendedContract: string | null;
  readonly policyVersion: string | null;
  readonly flags: readonly Flag[];
}

export interface Entitlement {
  readonly cover: Cover;
  /** Last day of this cover. */
  readonly until: LocalDate | null;
  readonly partsCovered: CoveredParts;
  readonly mainParts: readonly string[];
  readonly labourCovered: boolean;
  readonly basis: Basis;
}

/** What the law, the brand and an extended warranty cover on a date: of law and promise the better for the consumer. */
export function entitlement(facts: WarrantyFacts, on: LocalDate): Entitlement {
  const start = startOf(facts);
  if (start === null) return undecided(facts, 'no_dates', on);
  const rules = rulesFor(facts, start.on);
  if (!rules) return undecided(facts, 'no_rule', on, start);
  const periodOf = (best: { source: 'law' | 'promise'; months: number }): Period => {
    const end = addMonths(start.on, best.months);
    const { until, days } = extendByRepairs(end, start.on, facts.repairs, on);
    return { ...best, extendedByDays: days, until };
  };
  const basis: Basis = {
    start: start.basis,
    startsOn: start.on,
    wholeUnit: periodOf(rules.unit),
    mainParts: rules.mainParts.length > 0 ? periodOf(rules.mainPart) : null,
    extendedContract: null,
    policyVersion: rules.policyVersion,
    flags: start.flags,
  };
  return decide(facts, rules, basis, on);
}

interface Start {
  readonly on: LocalDate;
  readonly basis: StartBasis;
  readonly flags: readonly Flag[];
}

/**
 * The latest of invoice, delivery and completed installation, as is best for the consumer; an exchange starts it
 * again. Without an invoice it is the brand's months after production; what nobody can prove does not count.
 */
function startOf(facts: WarrantyFacts): Start | null {
  if (facts.exchangedOn !== null) return { on: facts.exchangedOn, basis: 'exchange', flags: [] };
  if (facts.invoiced && facts.boughtOn !== null) {
    const [first] = proofsOf(facts);
    return first ? { ...first, flags: [] } : null;
  }
  if (facts.madeOn !== null) {
    const months = inForce(facts.noInvoiceRules, facts.madeOn)?.monthsAfterProduction ?? 0;
    return { on: addMonths(facts.madeOn, months), basis: 'production', flags: ['no_invoice'] };
  }
  const [first] = proofsOf({ ...facts, boughtOn: null });
  return first ? { ...first, flags: ['no_invoice'] } : null;
}

/** Latest first; of one day, the invoice before delivery before installation. */
function proofsOf(facts: WarrantyFacts): { on: LocalDate; basis: StartBasis }[] {
  const proofs: [LocalDate | null, StartBasis][] = [
    [facts.boughtOn, 'invoice'],
    [facts.deliveredOn, 'delivery'],
    [facts.installedOn, 'installation'],
  ];
  return proofs
    .flatMap(([on, basis]) => (on === null ? [] : [{ on, basis }]))
    .toSorted((a, b) => compareDates(b.on, a.on));
}

interface Rules {
  readonly unit: { source: 'law' | 'promise'; months: number };
  readonly mainPart: { source: 'law' | 'promise'; months: number };
  readonly mainParts: readonly string[];
  readonly mainPartLabour: boolean;
  readonly policyVersion: string | null;
}

/** Law and promise as they stood when it was bought. */
function rulesFor(facts: WarrantyFacts, startsOn: LocalDate): Rules | undefined {
  const bought = (facts.invoiced ? facts.boughtOn : null) ?? startsOn;
  const law = inForce(facts.policies, bought);
  const promise = facts.promises.find(
    ({ boughtFrom, boughtTo }) => boughtFrom <= bought && (boughtTo === null || bought <= boughtTo),
  );
  if (!law && !promise) return undefined;
  return {
    unit: better(law?.unitMonths, promise?.unitMonths),
    mainPart: better(law?.mainPartMonths, promise?.mainPartMonths),
    mainParts: [...new Set([...(law?.mainParts ?? []), ...(promise?.mainParts ?? [])])],
    mainPartLabour: law?.mainPartLabour ?? true,
    policyVersion: law?.policyVersion ?? null,
  };
}

function better(law = 0, promise = 0): { source: 'law' | 'promise'; months: number } {
  return promise > law ? { source: 'promise', months: promise } : { source: 'law', months: law };
}

function decide(facts: WarrantyFacts, rules: Rules, basis: Basis, on: LocalDate): Entitlement {
  const { wholeUnit, mainParts } = basis;
  if (wholeUnit && on <= wholeUnit.until) return covered('in_warranty', 'whole_unit', wholeUnit.until, basis);
  const extended = extendedOn(facts.extended, on);
  const withContract = { ...basis, extendedContract: extended?.contractNumber ?? null };
  if (extended?.covers === 'whole_unit')
    return covered('extended', 'whole_unit', extended.untilOn, withContract);
  const parts = { mainParts: rules.mainParts };
  if (mainParts && on <= mainParts.until) {
    const labour = { labourCovered: rules.mainPartLabour };
    return { ...covered('in_warranty', 'main_parts', mainParts.until, basis), ...parts, ...labour };
  }
  if (extended) return { ...covered('extended', 'main_parts', extended.untilOn, withContract), ...parts };
  return uncovered('out_of_warranty', mainParts?.until ?? wholeUnit?.until ?? null, basis);
}

/** Of several, the one that covers most, then the one that ends last. */
function extendedOn(extended: readonly ExtendedWarranty[], on: LocalDate): ExtendedWarranty | undefined {
  return extended
    .filter(({ startsOn, untilOn }) => startsOn <= on && on <= untilOn)
    .toSorted((a, b) => rank(b) - rank(a) || compareDates(b.untilOn, a.untilOn))[0];
}

function rank({ covers }: ExtendedWarranty): number {
  return covers === 'whole_unit' ? 1 : 0;
}

function covered(cover: Cover, partsCovered: CoveredParts, until: LocalDate, basis: Basis): Entitlement {
  return { cover, until, partsCovered, mainParts: [], labourCovered: true, basis };
}

function uncovered(cover: Cover, until: LocalDate | null, basis: Basis): Entitlement {
  return { cover, until, partsCovered: 'nothing', mainParts: [], labourCovered: false, basis };
}

/** Nothing to count from or by: only a contract can still cover it. */
function undecided(facts: WarrantyFacts, flag: Flag, on: LocalDate, start?: Start): Entitlement {
  const extended = extendedOn(facts.extended, on);
  const basis: Basis = {
    start: start?.basis ?? null,
    startsOn: start?.on ?? null,
    wholeUnit: null,
    mainParts: null,
    extendedContract: extended?.contractNumber ?? null,
    policyVersion: null,
    flags: [...(start?.flags ?? []), flag],
  };
  return extended
    ? covered('extended', extended.covers, extended.untilOn, basis)
    : uncovered('unknown', null, basis);
}
