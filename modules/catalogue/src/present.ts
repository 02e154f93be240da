import type { ModelView, PriceListHead, PriceListView } from '@firstfix/contract/catalogue/schemas';
import { toRfc3339OrNull } from '@firstfix/kernel';
import type { ProductModel } from './model.ts';
import { nameOf, type PriceLine, type PriceList } from './price-list.ts';
import type { Symptom, WorkType } from './reference.ts';

/** Aggregate → contract. */
export function presentModel(model: ProductModel): ModelView {
  const { serialFormat: _, productCode: __, ...shown } = model;
  return {
    ...shown,
    skills: [...model.skills],
    promises: model.promises.map((promise) => ({ ...promise, mainParts: [...promise.mainParts] })),
  };
}

export function presentSymptom(symptom: Symptom) {
  const { phrases: _, ...shown } = symptom;
  return { ...shown, skills: [...symptom.skills], probableParts: [...symptom.probableParts] };
}

export function presentWorkType(workType: WorkType) {
  return {
    ...workType,
    checklist: [...workType.checklist],
    evidence: [...workType.evidence],
    gates: [...workType.gates],
    norms: workType.norms.map((norm) => ({ ...norm, skills: [...norm.skills] })),
  };
}

export function presentPriceListHead(list: PriceList): PriceListHead {
  return {
    ...list,
    name: nameOf(list),
    publishedAt: toRfc3339OrNull(list.publishedAt),
  };
}

export function presentPriceList(list: PriceList, lines: readonly PriceLine[]): PriceListView {
  return { ...presentPriceListHead(list), lines: [...lines] };
}
