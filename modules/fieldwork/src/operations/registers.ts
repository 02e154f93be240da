import type { Appliances } from '@firstfix/appliances';
import type { Catalogue } from '@firstfix/catalogue';
import { DomainError } from '@firstfix/kernel';
import type { Network } from '@firstfix/network';
import { type Demands, listedDemands, usualDemands } from '../demands.ts';
import { type ElectricLimits, USUAL_LIMITS } from '../electric-safety.ts';
import type { FieldworkNeeds, IdentifiedAppliance } from './field-needs.ts';

/** The price list of a place without a territory of its own. */
const WHOLE_COUNTRY = 'CN';

export interface Registers {
  readonly appliances: Pick<Appliances, 'checkSerial' | 'recordService'>;
  readonly catalogue: Pick<Catalogue, 'listWorkTypes' | 'findModel' | 'electricLimitsOf' | 'priceOf'>;
  readonly network: Pick<Network, 'findTerritory' | 'findEngineer' | 'findOutlet'>;
}

/** What the field asks, answered by catalogue, network and appliances. */
export function askRegisters({ appliances, catalogue, network }: Registers): FieldworkNeeds {
  return {
    demandsOf: (workType) => demandsOf(catalogue, workType),
    async electricLimitsOf({ work, productModelId }, at) {
      const model = productModelId === null ? undefined : await catalogue.findModel(productModelId);
      return usualWhenUnknown(
        catalogue.electricLimitsOf(work.category, { at, ratedWatts: model?.ratedWatts }),
      );
    },
    async identifyAppliance(serialNumber, { productModelId, householdId }) {
      if (!LABEL.test(serialNumber)) return { outcome: 'malformed', applianceId: null };
      const checked = await appliances.checkSerial(serialNumber, productModelId, householdId);
      return { outcome: OUTCOMES[checked.result](checked), applianceId: checked.applianceId };
    },
    recordService: appliances.recordService,
    async priceOf(items, { work, territoryId }, at) {
      const territory = await network.findTerritory(territoryId);
      const { category, workType } = work;
      const regionCode = territory?.regionCode ?? WHOLE_COUNTRY;
      return catalogue.priceOf({ category, workType, items, regionCode, at });
    },
  };
}

async function demandsOf(catalogue: Registers['catalogue'], workType: string): Promise<Demands> {
  const listed = (await catalogue.listWorkTypes()).find(({ code }) => code === workType);
  return listed === undefined ? usualDemands(workType) : listedDemands(listed);
}

/** An order may be of a category the catalogue does not know; its electricity is measured all the same. */
function usualWhenUnknown(limits: Promise<ElectricLimits>): Promise<ElectricLimits> {
  return limits.catch((error: unknown) => {
    if (error instanceof DomainError) return USUAL_LIMITS;
    throw error;
  });
}

/** What any maker prints on a label; of an order without a model that is all we know. */
const LABEL = /^[A-Z0-9-]{6,40}$/;

type SerialAnswer = Awaited<ReturnType<Appliances['checkSerial']>>;

/** What the register says about a serial, in the words of the field. */
const OUTCOMES: Readonly<
  Record<SerialAnswer['result'], (checked: SerialAnswer) => IdentifiedAppliance['outcome']>
> = {
  ok: () => 'known',
  // built like one of ours, down to its check character, but of a product we never made
  unknown: ({ madeOn, modelId }) => (madeOn !== null && modelId === null ? 'counterfeit' : 'new'),
  other_model: () => 'other_model',
  other_household: () => 'other_household',
  malformed: () => 'malformed',
};
