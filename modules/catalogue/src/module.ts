import { notFound } from '@firstfix/contract/refusal';
import type { Id, Instant } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { ModuleParts, Runtime } from '@firstfix/platform';
import { catalogueChecks } from './checks.ts';
import {
  type BasketQuestion,
  CatalogueReader,
  type LabourQuestion,
  type TriageQuestion,
} from './queries/catalogue-reader.ts';
import { catalogueRoutes } from './routes.ts';
import type { DB } from './tables.ts';

export type Catalogue = ReturnType<typeof createCatalogue>;

/** Categories, models, faults, work types, prices and limits: the module's parts, its answers for the others. */
export function createCatalogue(runtime: Runtime) {
  const db = runtime.database.kysely<DB>();
  const reader = new CatalogueReader(db);
  const parts: ModuleParts = {
    name: 'catalogue',
    routes: catalogueRoutes(db, reader),
    reactions: [],
    tasks: [],
    subjects: {},
    checks: catalogueChecks,
  };
  return {
    parts,
    listCategories: async () => (await reader.reference()).categories,
    /** 422 for a code that is no category. */
    getCategory: (code: string) => reader.getCategory(code),
    /** 404 for a code that is no work type. */
    getWorkType: (code: string) => reader.getWorkType(code),
    listWorkTypes: () => reader.listWorkTypes(),
    /** The steps of the visit, in their order. */
    checklistOf: (workType: string) => reader.checklistOf(workType),
    findModel: (id: Id) => reader.findModel(id),
    findModelByCode: (code: string, brand?: string) => reader.findModelByCode(code, brand),
    /** The model whose serial numbers begin with these nine characters. */
    findModelByProductCode: (productCode: string) => reader.findModelByProductCode(productCode),
    listSymptoms: (category: string) => reader.listSymptoms(category),
    findSymptom: (category: string, code: string) => reader.findSymptom(category, code),
    /** 404 for a symptom the category does not have. */
    getSymptom: async (category: string, code: string) => {
      const symptom = await reader.findSymptom(category, code);
      if (!symptom) throw notFound('symptom', code);
      return symptom;
    },
    /** The symptom a customer's words most likely mean, null when they say none. */
    matchSymptom: (category: string, words: string) => reader.matchSymptom(category, words),
    listFaults: (category: string) => reader.listFaults(category),
    findFault: (category: string, code: string) => reader.findFault(category, code),
    triageOf: (question: TriageQuestion) => reader.triageOf(question),
    priceOf: (question: BasketQuestion) => reader.priceOf(question),
    /** Before anybody has seen the fault; null where no list names a price. */
    labourPriceOf: (question: LabourQuestion) => reader.labourPriceOf(question),
    labourCodesOf: (question: Omit<LabourQuestion, 'symptomCode'>) => reader.labourCodesOf(question),
    /** Limits of the electric safety test; with the rated power, a heater's leakage limit is its own. */
    electricLimitsOf: (category: string, { at, ratedWatts }: { at?: Instant; ratedWatts?: number } = {}) =>
      reader.electricLimitsOf(category, localDateOf(at ?? runtime.clock.now(), DEFAULT_ZONE), ratedWatts),
  };
}
