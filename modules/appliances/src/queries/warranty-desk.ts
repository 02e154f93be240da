import type { Catalogue } from '@firstfix/catalogue';
import type { Delay } from '@firstfix/contract/appliances/schemas';
import type { Money } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import { TimedCache } from '@firstfix/platform';
import type { Appliance } from '../appliance.ts';
import { type ConsumerOptions, consumerOptions, depreciation } from '../consumer-options.ts';
import { daysBetween } from '../days.ts';
import { type Entitlement, entitlement, type WarrantyFacts } from '../entitlement.ts';
import { extendByRepairs } from '../repair.ts';
import { toRepairs } from '../service-record.ts';
import { type AppliancesDb, loadWarrantyRules, type WarrantyRules } from '../store.ts';
import { inForce, type WarrantyPolicy } from '../warranty-policy.ts';
import { findPapers, type Papers } from './find-appliance.ts';

const MAX_AGE_MS = 10_000;

export interface FaultQuestion {
  readonly faultOn: LocalDate;
  readonly faultCode: string | null;
  /** A repair under way. */
  readonly sentOn: LocalDate | null;
  readonly delayedBy: Delay | null;
  readonly sameModelAvailable: boolean;
}

export interface OptionsAnswer {
  readonly options: ConsumerOptions;
  /** Null when the price paid is not known. */
  readonly depreciationFen: Money | null;
}

/** Gathers what the guarantees of one appliance depend on, and lets the rules decide. */
export class WarrantyDesk {
  readonly #db: AppliancesDb;
  readonly #catalogue: Catalogue;
  readonly #rules = new TimedCache<WarrantyRules>(MAX_AGE_MS, 1);

  constructor(db: AppliancesDb, catalogue: Catalogue) {
    this.#db = db;
    this.#catalogue = catalogue;
  }

  /** `papers` when the caller has them already. */
  async entitlementOf(appliance: Appliance, on: LocalDate, papers?: Papers): Promise<Entitlement> {
    return entitlement(await this.#factsOf(appliance, papers), on);
  }

  /** What the consumer may choose for a performance fault, and what a refund would be less. */
  async optionsOf(appliance: Appliance, question: FaultQuestion): Promise<OptionsAnswer> {
    const facts = await this.#factsOf(appliance);
    const { basis } = entitlement(facts, question.faultOn);
    const bought = appliance.boughtOn ?? basis.startsOn ?? question.faultOn;
    const policy = inForce(facts.policies, bought);
    if (!policy || basis.startsOn === null || basis.wholeUnit === null)
      return { options: NOTHING, depreciationFen: null };
    const { sentOn, delayedBy } = question;
    const options = consumerOptions(
      {
        ...question,
        startsOn: basis.startsOn,
        until: basis.wholeUnit.until,
        repairs: facts.repairs,
        underRepair: sentOn === null ? null : { sentOn, delayedBy },
      },
      policy,
    );
    return {
      options,
      depreciationFen: depreciationOf(appliance, facts, policy, options, bought, question.faultOn),
    };
  }

  async #factsOf(appliance: Appliance, given?: Papers): Promise<WarrantyFacts> {
    const [model, rules, papers] = await Promise.all([
      appliance.modelId === null ? undefined : this.#catalogue.findModel(appliance.modelId),
      this.#rules.get(
        'rules',
        () => loadWarrantyRules(this.#db),
        ({ policies }) => policies.size > 0,
      ),
      given ?? findPapers(this.#db, appliance.id),
    ]);
    // without a model the category names the goods where they are the same
    const goodsCode = model ? model.goodsCode : appliance.category;
    return {
      ...appliance,
      invoiced: appliance.invoiceNumber !== null,
      repairs: toRepairs(papers.history),
      extended: papers.extended,
      policies: (goodsCode === null ? undefined : rules.policies.get(goodsCode)) ?? [],
      promises: model?.promises ?? [],
      noInvoiceRules: rules.noInvoice.get(appliance.brand) ?? [],
    };
  }
}

/** Nobody owes anything where no rule holds. */
const NOTHING: ConsumerOptions = {
  options: [],
  rule: 'out_of_period',
  costBearer: 'seller',
  fullRefund: false,
};

function depreciationOf(
  appliance: Appliance,
  facts: WarrantyFacts,
  policy: WarrantyPolicy,
  options: ConsumerOptions,
  bought: LocalDate,
  on: LocalDate,
): Money | null {
  if (appliance.invoiceFen === null) return null;
  return depreciation({
    priceFen: appliance.invoiceFen,
    perDayBp: policy.depreciationPerDayBp,
    days: Math.max(0, daysBetween(bought, on)),
    repairDays: extendByRepairs(on, bought, facts.repairs, on).days,
    fullRefund: options.fullRefund,
  });
}
