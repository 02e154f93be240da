import type { PriceKind, PriceListState, RepairClass } from '@firstfix/contract/catalogue/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { fen, type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Kysely, Selectable } from 'kysely';
import { readPhrases } from './match-symptom.ts';
import type { ProductModel, SerialFormat, WarrantyPromise } from './model.ts';
import type { PriceLine, PriceList } from './price-list.ts';
import type { ElectricClassLimits, Fault, Norm, Reference, Step, Symptom, WorkType } from './reference.ts';
import type {
  CatalogueElectricLimit,
  CatalogueFault,
  CatalogueFaultTerm,
  CataloguePriceLine,
  CataloguePriceList,
  CatalogueProductModel,
  CatalogueSymptom,
  CatalogueWarrantyPromise,
  CatalogueWorkNorm,
  CatalogueWorkType,
  DB,
} from './tables.ts';

export type CatalogueDb = Kysely<DB>;
export type ModelRow = Selectable<CatalogueProductModel>;
export type PriceListRow = Selectable<CataloguePriceList>;

/** Everything but models and prices, in one turn. */
export async function loadReference(db: CatalogueDb): Promise<Reference> {
  const [categories, symptoms, faults, terms, workTypes, norms, limits] = await Promise.all([
    db.selectFrom('catalogue.category').selectAll().orderBy('position').execute(),
    db.selectFrom('catalogue.symptom').selectAll().orderBy('category').orderBy('position').execute(),
    db.selectFrom('catalogue.fault').selectAll().orderBy('category').orderBy('code').execute(),
    db.selectFrom('catalogue.fault_term').selectAll().execute(),
    db.selectFrom('catalogue.work_type').selectAll().orderBy('position').execute(),
    db.selectFrom('catalogue.work_norm').selectAll().orderBy('category').execute(),
    db.selectFrom('catalogue.electric_limit').selectAll().orderBy('effective_from').execute(),
  ]);
  const nameOf = new Map(terms.map((term) => [`${term.kind}:${term.code}`, toTerm(term)]));
  const normsOf = Map.groupBy(norms, (norm) => norm.work_type);
  return {
    categories: categories.map((row) => ({
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      electricClass: row.electric_class,
    })),
    symptoms: Map.groupBy(symptoms.map(toSymptom), ({ category }) => category),
    faults: Map.groupBy(
      faults.map((fault) => toFault(fault, nameOf)),
      ({ category }) => category,
    ),
    workTypes: new Map(workTypes.map((row) => [row.code, toWorkType(row, normsOf.get(row.code) ?? [])])),
    electricLimits: limits.map(toElectricLimits),
  };
}

function toSymptom(row: Selectable<CatalogueSymptom>): Symptom {
  return {
    ...readPhrases(row),
    category: row.category,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    difficulty: row.difficulty,
    skills: row.skills,
    probableParts: row.probable_parts,
  };
}

type Term = { code: string; nameZh: string; nameEn: string };

function toTerm(row: Selectable<CatalogueFaultTerm>): Term {
  return { code: row.code, nameZh: row.name_zh, nameEn: row.name_en };
}

function toFault(row: Selectable<CatalogueFault>, nameOf: ReadonlyMap<string, Term>): Fault {
  const term = (kind: string, code: string) =>
    nameOf.get(`${kind}:${code}`) ?? { code, nameZh: code, nameEn: code };
  return {
    category: row.category,
    code: row.code,
    symptomCode: row.symptom_code,
    cause: term('cause', row.cause_code),
    faultyPart: term('faulty_part', row.faulty_part_code),
    remedy: term('remedy', row.remedy_code),
    repairClass: row.repair_class as RepairClass,
  };
}

function toWorkType(
  row: Selectable<CatalogueWorkType>,
  norms: readonly Selectable<CatalogueWorkNorm>[],
): WorkType {
  return {
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    checklist: stepsOf(row.checklist),
    evidence: row.evidence,
    gates: row.gates,
    norms: norms.map(toNorm),
  };
}

/** The seed checked the steps before it wrote them. */
function stepsOf(json: unknown): Step[] {
  return json as Step[];
}

function toNorm(row: Selectable<CatalogueWorkNorm>): Norm {
  return {
    category: row.category,
    standardSeconds: row.standard_seconds,
    limitSeconds: row.limit_seconds,
    difficulty: row.difficulty,
    skills: row.skills,
  };
}

function toElectricLimits(row: Selectable<CatalogueElectricLimit>): ElectricClassLimits {
  return {
    effectiveFrom: row.effective_from,
    electricClass: row.electric_class,
    voltageMinimumVolts: row.voltage_minimum_volts,
    voltageMaximumVolts: row.voltage_maximum_volts,
    earthMaximumOhms: row.earth_maximum_ohms,
    protectiveConductorMaximumOhms: row.protective_conductor_maximum_ohms,
    neutralToEarthMaximumVolts: row.neutral_to_earth_maximum_volts,
    insulationMinimumMegohms: row.insulation_minimum_megohms,
    leakageMaximumMilliamps: row.leakage_maximum_milliamps,
    leakageMilliampsPerKw: row.leakage_milliamps_per_kw,
    rcdTripMaximumSeconds: row.rcd_trip_maximum_seconds,
  };
}

export type PromiseRow = Selectable<CatalogueWarrantyPromise>;

/** A model with the promises made for it; those for the model itself stand instead of those for its category. */
export function toModel(row: ModelRow, promises: readonly PromiseRow[]): ProductModel {
  const ofCategory = promises.filter((one) => one.brand === row.brand && one.category === row.category);
  const own = ofCategory.filter((one) => one.model_code === row.code);
  const general = ofCategory.filter((one) => one.model_code === '');
  return {
    id: row.id,
    brand: row.brand,
    code: row.code,
    category: row.category,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    onMarketFrom: row.on_market_from,
    onMarketTo: row.on_market_to,
    goodsCode: row.goods_code,
    serialFormat: row.serial_format as SerialFormat,
    productCode: row.product_code,
    ratedWatts: row.rated_watts,
    skills: row.skills,
    promises: (own.length > 0 ? own : general).map(toPromise),
  };
}

function toPromise(row: PromiseRow): WarrantyPromise {
  return {
    boughtFrom: row.bought_from,
    boughtTo: row.bought_to,
    unitMonths: row.unit_months,
    mainPartMonths: row.main_part_months,
    mainParts: row.main_parts,
  };
}

export function toPriceList(row: PriceListRow): PriceList {
  return {
    id: row.id,
    regionCode: row.region_code,
    effectiveFrom: row.effective_from,
    state: row.state as PriceListState,
    publishedAt: row.published_at,
    version: row.version,
  };
}

export function toPriceLine(row: Selectable<CataloguePriceLine>): PriceLine {
  return {
    code: row.code,
    kind: row.kind as PriceKind,
    category: row.category,
    workType: row.work_type,
    repairClass: row.repair_class as RepairClass | null,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    unit: row.unit,
    unitFen: fen(row.unit_fen),
  };
}

/** The list, with every other of its region and date: whoever publishes one waits for whoever publishes another. */
export async function lockPriceList(
  tx: Tx,
  id: Id,
): Promise<{ list: PriceList; taken: boolean; lines: number }> {
  const db = tx.tables<DB>();
  const found = await db
    .selectFrom('catalogue.price_list as list')
    .innerJoin('catalogue.price_list as same', (join) =>
      join
        .onRef('same.region_code', '=', 'list.region_code')
        .onRef('same.effective_from', '=', 'list.effective_from'),
    )
    .selectAll('same')
    .where('list.id', '=', id)
    .orderBy('same.id')
    .forUpdate('same')
    .execute();
  const row = found.find((one) => one.id === id);
  if (!row) throw notFound('price_list', id);
  const { lines } = await db
    .selectFrom('catalogue.price_line')
    .select((eb) => eb.fn.countAll<number>().as('lines'))
    .where('price_list_id', '=', id)
    .executeTakeFirstOrThrow();
  return { list: toPriceList(row), taken: found.some(({ state }) => state === 'published'), lines };
}

export async function insertPriceList(tx: Tx, list: PriceList, lines: readonly PriceLine[]): Promise<void> {
  const db = tx.tables<DB>();
  await db
    .insertInto('catalogue.price_list')
    .values({
      id: list.id,
      region_code: list.regionCode,
      effective_from: list.effectiveFrom,
      state: list.state,
      created_at: toDate(tx.now),
      created_by: tx.actor.id,
      version: list.version,
    })
    .execute();
  if (lines.length === 0) return;
  await db
    .insertInto('catalogue.price_line')
    .values(lines.map((line) => lineColumns(list.id, line)))
    .execute();
}

function lineColumns(priceListId: Id, line: PriceLine) {
  return {
    price_list_id: priceListId,
    code: line.code,
    kind: line.kind,
    category: line.category,
    work_type: line.workType,
    repair_class: line.repairClass,
    name_zh: line.nameZh,
    name_en: line.nameEn,
    unit: line.unit,
    unit_fen: line.unitFen,
  };
}

export async function savePublished(tx: Tx, list: PriceList): Promise<PriceList> {
  const version = list.version + 1;
  await tx
    .tables<DB>()
    .updateTable('catalogue.price_list')
    .set({ state: list.state, published_at: toDate(tx.now), published_by: tx.actor.id, version })
    .where('id', '=', list.id)
    .execute();
  return { ...list, version };
}
