import { invalidField } from '@firstfix/contract/refusal';
import type { WantedItem } from '@firstfix/contract/requests/schemas';
import type { Id, Instant } from '@firstfix/kernel';
import type { Territory } from '@firstfix/network';
import type { Tx } from '@firstfix/platform';
import type { ResponseLimits } from '../response-limits.ts';
import type { RequestItem } from '../service-request.ts';
import { triage } from '../triage.ts';
import type { Others } from './means.ts';

/** What is known around the items of one request. */
export interface Situation {
  readonly householdId: Id;
  readonly territory: Territory;
  readonly words: string;
  readonly hazard: boolean;
  readonly urgent: boolean;
  readonly vip: boolean;
  readonly now: Instant;
}

/** The thing an item is about: the appliance on file, or what the caller says of it. */
export interface Subject {
  readonly category: string;
  readonly applianceId: Id | null;
  readonly productModelId: Id | null;
  readonly serialNumber: string | null;
  readonly cover: RequestItem['triage']['cover'];
}

/** Finds what an item is about. 422 for an appliance of another home, a model or category nobody knows. */
export async function findSubject(
  tx: Tx,
  { appliances, catalogue }: Pick<Others, 'appliances' | 'catalogue'>,
  wanted: WantedItem,
  householdId: Id,
  position: number,
): Promise<Subject> {
  const at = `/items/${position}`;
  const { applianceId, serialNumber, modelCode } = wanted;
  const [found, model] = await Promise.all([
    findThing(tx, appliances, wanted),
    modelCode === undefined ? undefined : catalogue.findModelByCode(modelCode),
  ]);
  const isTheirs = found?.appliance.householdId === householdId;
  if (applianceId !== undefined && !isTheirs) {
    throw invalidField(`${at}/applianceId`, 'unknown/appliance');
  }
  if (modelCode !== undefined && !model) {
    throw invalidField(`${at}/modelCode`, 'unknown/model_code');
  }
  const known = isTheirs ? found : undefined;
  const category = known?.appliance.category ?? model?.category ?? wanted.category;
  if (category === undefined) {
    throw invalidField(`${at}/category`, 'required/category');
  }
  return {
    category,
    applianceId: known?.appliance.id ?? null,
    productModelId: known?.appliance.modelId ?? model?.id ?? null,
    serialNumber: serialNumber ?? null,
    cover: known?.entitlement.cover ?? 'unknown',
  };
}

/** The appliance named by id or serial number, with what covers it. */
async function findThing(
  tx: Tx,
  appliances: Others['appliances'],
  { applianceId, serialNumber }: WantedItem,
) {
  if (applianceId !== undefined) return appliances.findWithEntitlement(applianceId, tx.now, tx);
  const appliance = serialNumber === undefined ? undefined : await appliances.findBySerial(serialNumber);
  return appliance && { appliance, entitlement: await appliances.entitlementOf(appliance, tx.now) };
}

/** What triage makes of one item. 422 for a work type that is not done on the category. */
export async function assessItem(
  { catalogue }: Pick<Others, 'catalogue'>,
  limits: ResponseLimits,
  situation: Situation,
  wanted: { readonly workType: string; readonly symptomCode?: string | null },
  subject: Subject,
  position: number,
): Promise<RequestItem> {
  const { category } = subject;
  const { workType } = wanted;
  const matched = wanted.symptomCode === undefined && workType === 'repair';
  const symptomCode = matched
    ? ((await catalogue.matchSymptom(category, situation.words))?.symptomCode ?? null)
    : (wanted.symptomCode ?? null);
  const [norm, symptom, probablePriceFen] = await Promise.all([
    normOf(catalogue, { workType, category, symptomCode, productModelId: subject.productModelId }, position),
    symptomCode === null ? undefined : catalogue.findSymptom(category, symptomCode),
    catalogue.labourPriceOf({
      workType,
      category,
      symptomCode,
      regionCode: situation.territory.regionCode,
      at: situation.now,
    }),
  ]);
  const facts = {
    ...situation,
    workType,
    category,
    symptomCode,
    norm,
    cover: subject.cover,
    probablePriceFen,
    hazard: situation.hazard || symptom?.urgent === true,
    marketTier: situation.territory.marketTier,
  };
  return {
    position,
    workType,
    category,
    applianceId: subject.applianceId,
    productModelId: subject.productModelId,
    serialNumber: subject.serialNumber,
    triage: triage(facts, limits),
    workOrderId: null,
  };
}

/** 422 at the item when its work is not done on its category. */
async function normOf(
  catalogue: Others['catalogue'],
  question: Parameters<Others['catalogue']['triageOf']>[0],
  position: number,
) {
  const workTypes = await catalogue.listWorkTypes();
  const known = workTypes.find(({ code }) => code === question.workType);
  if (!known)
    throw invalidField(`/items/${position}/workType`, 'unknown/work_type', { workType: question.workType });
  if (!known.norms.some(({ category }) => category === question.category)) {
    const { workType, category } = question;
    throw invalidField(`/items/${position}/category`, 'no_norm', { workType, category });
  }
  return catalogue.triageOf(question);
}
