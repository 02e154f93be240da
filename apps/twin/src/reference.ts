import { getEffectivePriceList, listCategories, listFaults } from '@firstfix/contract/catalogue/endpoints';
import type { Diagnosis } from '@firstfix/contract/fieldwork/schemas';
import type { Connection } from './connection.ts';

/** What an engineer's phone knows of the catalogue. */
export interface Reference {
  /** Faults of a category, as a diagnosis names them. */
  readonly faults: ReadonlyMap<string, readonly Diagnosis[]>;
  /** Codes of labour by `category:workType`. */
  readonly labour: ReadonlyMap<string, readonly string[]>;
}

/** Loads faults and labour prices of every category, once. */
export async function loadReference(staff: Connection): Promise<Reference> {
  const [{ items: categories }, { lines }] = await Promise.all([
    staff.call(listCategories),
    staff.call(getEffectivePriceList, { query: { regionCode: 'CN' } }),
  ]);
  const faults = await Promise.all(
    categories.map(async ({ code }) => [code, await diagnosesOf(staff, code)] as const),
  );
  const labour = Map.groupBy(
    lines.filter(({ kind }) => kind === 'labour'),
    ({ category, workType }) => `${category}:${workType}`,
  );
  return {
    faults: new Map(faults),
    labour: new Map([...labour].map(([key, list]) => [key, list.map(({ code }) => code)])),
  };
}

async function diagnosesOf(staff: Connection, category: string): Promise<Diagnosis[]> {
  const { items } = await staff.call(listFaults, { query: { category } });
  return items.map((fault) => ({
    faultCode: fault.code,
    symptomCode: fault.symptomCode,
    causeCode: fault.cause.code,
    faultyPart: fault.faultyPart.code,
    remedyCode: fault.remedy.code,
    repairClass: fault.repairClass,
  }));
}
