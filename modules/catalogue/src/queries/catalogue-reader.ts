import { NO_PRICE_LIST } from '@firstfix/contract/catalogue/endpoints';
import { invalidField, notFound, refusal } from '@firstfix/contract/refusal';
import type { Id, Instant, Money } from '@firstfix/kernel';
import { DEFAULT_ZONE, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { TimedCache } from '@firstfix/platform';
import { type ElectricLimits, electricLimitsOn } from '../electric-limits.ts';
import { matchSymptom, type SymptomMatch } from '../match-symptom.ts';
import type { ProductModel } from '../model.ts';
import {
  type BasketItem,
  effectiveList,
  findLabourPrice,
  type PricedBasket,
  type PriceLine,
  type PriceList,
  priceBasket,
} from '../price-list.ts';
import type { Category, Fault, Reference, Step, Symptom, WorkType } from '../reference.ts';
import { type CatalogueDb, loadReference, toModel, toPriceLine, toPriceList } from '../store.ts';
import { type Triage, triage } from '../triage.ts';

/** How old what we know of the catalogue may be. */
const MAX_AGE_MS = 10_000;
/** Lines of a published list never change. */
const LINES_MAX_AGE_MS = 3_600_000;

export interface TriageQuestion {
  readonly workType: string;
  readonly category: string;
  readonly symptomCode: string | null;
  readonly productModelId?: Id | null;
}

export interface BasketQuestion {
  readonly category: string;
  readonly workType: string;
  readonly items: readonly BasketItem[];
  readonly regionCode: string;
  readonly at: Instant;
}

export interface LabourQuestion {
  readonly category: string;
  readonly workType: string;
  readonly symptomCode: string | null;
  readonly regionCode: string;
  readonly at: Instant;
}

/** Answers from the catalogue, remembering for some seconds what rarely changes. */
export class CatalogueReader {
  readonly #db: CatalogueDb;
  readonly #reference = new TimedCache<Reference>(MAX_AGE_MS, 1);
  readonly #published = new TimedCache<PriceList[]>(MAX_AGE_MS, 1);
  readonly #lines = new TimedCache<ReadonlyMap<string, PriceLine>>(LINES_MAX_AGE_MS, 500);
  readonly #models = new TimedCache<ProductModel | undefined>(MAX_AGE_MS, 20_000);

  constructor(db: CatalogueDb) {
    this.#db = db;
  }

  reference(): Promise<Reference> {
    return this.#reference.get(
      '',
      () => loadReference(this.#db),
      ({ categories }) => categories.length > 0,
    );
  }

  /** 422 for a code that is no category. */
  async getCategory(code: string): Promise<Category> {
    const category = (await this.reference()).categories.find((one) => one.code === code);
    if (!category) throw invalidField('/category', 'unknown/category', { category: code });
    return category;
  }

  async listWorkTypes(): Promise<WorkType[]> {
    return [...(await this.reference()).workTypes.values()];
  }

  /** 404 for a code that is no work type. */
  async getWorkType(code: string): Promise<WorkType> {
    const workType = (await this.reference()).workTypes.get(code);
    if (!workType) throw notFound('work_type', code);
    return workType;
  }

  async checklistOf(workType: string): Promise<readonly Step[]> {
    return (await this.getWorkType(workType)).checklist;
  }

  async listSymptoms(category: string): Promise<readonly Symptom[]> {
    return (await this.reference()).symptoms.get(category) ?? [];
  }

  async findSymptom(category: string, code: string): Promise<Symptom | undefined> {
    return (await this.listSymptoms(category)).find((symptom) => symptom.code === code);
  }

  async matchSymptom(category: string, words: string): Promise<SymptomMatch | null> {
    return matchSymptom(await this.listSymptoms(category), words);
  }

  async listFaults(category: string): Promise<readonly Fault[]> {
    return (await this.reference()).faults.get(category) ?? [];
  }

  async findFault(category: string, code: string): Promise<Fault | undefined> {
    return (await this.listFaults(category)).find((fault) => fault.code === code);
  }

  /** What a job takes. 422 for a work type that is not done on the category. */
  async triageOf(question: TriageQuestion): Promise<Triage> {
    const { workType, category, symptomCode, productModelId } = question;
    const [reference, model] = await Promise.all([
      this.reference(),
      productModelId ? this.findModel(productModelId) : undefined,
    ]);
    const norm = reference.workTypes.get(workType)?.norms.find((one) => one.category === category);
    if (!norm) throw invalidField('/workType', 'no_norm', { workType, category });
    const symptoms = reference.symptoms.get(category) ?? [];
    const symptom = workType === 'repair' ? symptoms.find(({ code }) => code === symptomCode) : undefined;
    return triage(norm, symptom, model?.skills ?? []);
  }

  /** Limits of the electric safety test today, or on another date. 404 when none are laid down. */
  async electricLimitsOf(category: string, on: LocalDate, ratedWatts?: number): Promise<ElectricLimits> {
    const { electricClass } = await this.getCategory(category);
    const limits = electricLimitsOn((await this.reference()).electricLimits, electricClass, on, ratedWatts);
    if (!limits) throw notFound('electric_limits', category);
    return limits;
  }

  findModel(id: Id): Promise<ProductModel | undefined> {
    return this.#modelBy('id', id);
  }

  /** A code means one model of a brand; without the brand, the first by brand. */
  findModelByCode(code: string, brand?: string): Promise<ProductModel | undefined> {
    return brand === undefined ? this.#modelBy('code', code) : this.#modelBy('code', code, brand);
  }

  /** The model whose serial numbers begin with the nine characters. */
  findModelByProductCode(productCode: string): Promise<ProductModel | undefined> {
    return this.#modelBy('product_code', productCode);
  }

  #modelBy(
    column: 'id' | 'code' | 'product_code',
    value: string,
    brand?: string,
  ): Promise<ProductModel | undefined> {
    const load = async () => {
      let rows = this.#db.selectFrom('catalogue.product_model').selectAll().where(column, '=', value);
      if (brand !== undefined) rows = rows.where('brand', '=', brand);
      const row = await rows.orderBy('brand').limit(1).executeTakeFirst();
      if (!row) return undefined;
      const promises = await this.#db
        .selectFrom('catalogue.warranty_promise')
        .selectAll()
        .where('brand', '=', row.brand)
        .where('category', '=', row.category)
        .orderBy('bought_from')
        .execute();
      return toModel(row, promises);
    };
    return this.#models.get(`${column}:${brand ?? ''}:${value}`, load, (model) => model !== undefined);
  }

  /** The published list that held in the region on the date. 422 when there was none. */
  async effectivePriceList(regionCode: string, on: LocalDate): Promise<PriceList> {
    const list = effectiveList(await this.#publishedLists(), regionCode, on);
    if (list) return list;
    throw refusal(422, NO_PRICE_LIST, { region: regionCode, date: on });
  }

  /**
   * What the labour of a job will probably cost: a repair by the class of the symptom's usual fault. Null where no
   * list of that date names a price.
   */
  async labourPriceOf(question: LabourQuestion): Promise<Money | null> {
    const { category, workType, symptomCode, regionCode, at } = question;
    const list = effectiveList(await this.#publishedLists(), regionCode, localDateOf(at, DEFAULT_ZONE));
    if (!list) return null;
    const usual = (await this.listFaults(category)).find((fault) => fault.symptomCode === symptomCode);
    const repairClass = workType === 'repair' ? (usual?.repairClass ?? 'medium') : null;
    return findLabourPrice((await this.linesOf(list)).values(), { category, workType, repairClass });
  }

  /** Codes of the labour the list of that date offers for the work. */
  async labourCodesOf({ category, workType, regionCode, at }: Omit<LabourQuestion, 'symptomCode'>) {
    const list = effectiveList(await this.#publishedLists(), regionCode, localDateOf(at, DEFAULT_ZONE));
    const lines = list ? [...(await this.linesOf(list)).values()] : [];
    return lines
      .filter((line) => line.kind === 'labour' && line.category === category && line.workType === workType)
      .map(({ code }) => code);
  }

  /** The lines of a published list by code. */
  linesOf(list: PriceList): Promise<ReadonlyMap<string, PriceLine>> {
    return this.#lines.get(list.id, () => this.#loadLines(list.id));
  }

  /** What a basket costs on the date of `at`. 422 for codes that the list does not offer for this work. */
  async priceOf({ category, workType, items, regionCode, at }: BasketQuestion): Promise<PricedBasket> {
    const list = await this.effectivePriceList(regionCode, localDateOf(at, DEFAULT_ZONE));
    return priceBasket(list, await this.linesOf(list), { category, workType }, items);
  }

  #publishedLists(): Promise<PriceList[]> {
    return this.#published.get(
      '',
      () => this.#loadPublished(),
      (lists) => lists.length > 0,
    );
  }

  async #loadPublished(): Promise<PriceList[]> {
    const rows = await this.#db
      .selectFrom('catalogue.price_list')
      .selectAll()
      .where('state', '=', 'published')
      .execute();
    return rows.map(toPriceList);
  }

  async #loadLines(priceListId: Id): Promise<ReadonlyMap<string, PriceLine>> {
    const rows = await this.#db
      .selectFrom('catalogue.price_line')
      .selectAll()
      .where('price_list_id', '=', priceListId)
      .orderBy('code')
      .execute();
    return new Map(rows.map((row) => [row.code, toPriceLine(row)]));
  }
}
