import { searchTerms, stableId } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { DB } from '../tables.ts';
import { listOf, numberOrNull, orNull, readRows } from './seed-file.ts';

export async function seedCategories(tx: Tx): Promise<void> {
  const rows = readRows('categories.csv', ['code', 'nameZh', 'nameEn', 'electricClass']);
  await tx
    .tables<DB>()
    .insertInto('catalogue.category')
    .values(
      rows.map((row, position) => ({
        code: row.code,
        name_zh: row.nameZh,
        name_en: row.nameEn,
        electric_class: row.electricClass,
        position,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        name_zh: eb.ref('excluded.name_zh'),
        name_en: eb.ref('excluded.name_en'),
        electric_class: eb.ref('excluded.electric_class'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute();
}

const MODEL_COLUMNS = [
  'brand',
  'code',
  'category',
  'nameZh',
  'nameEn',
  'onMarketFrom',
  'onMarketTo',
  'goodsCode',
  'serialFormat',
  'productCode',
  'ratedWatts',
  'skills',
] as const;

export async function seedModels(tx: Tx): Promise<void> {
  const rows = readRows('models.csv', MODEL_COLUMNS);
  await tx
    .tables<DB>()
    .insertInto('catalogue.product_model')
    .values(rows.map(modelColumns))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        name_zh: eb.ref('excluded.name_zh'),
        name_en: eb.ref('excluded.name_en'),
        on_market_to: eb.ref('excluded.on_market_to'),
        goods_code: eb.ref('excluded.goods_code'),
        rated_watts: eb.ref('excluded.rated_watts'),
        skills: eb.ref('excluded.skills'),
        search: eb.ref('excluded.search'),
      })),
    )
    .execute();
}

function modelColumns(row: Record<(typeof MODEL_COLUMNS)[number], string>) {
  const words = `${row.brand} ${row.code} ${row.nameZh} ${row.nameEn}`;
  return {
    id: stableId(`model:${row.brand}:${row.code}`),
    brand: row.brand,
    code: row.code,
    category: row.category,
    name_zh: row.nameZh,
    name_en: row.nameEn,
    on_market_from: row.onMarketFrom,
    on_market_to: orNull(row.onMarketTo),
    goods_code: orNull(row.goodsCode),
    serial_format: row.serialFormat,
    product_code: orNull(row.productCode),
    rated_watts: Number(row.ratedWatts),
    skills: listOf(row.skills),
    search: sql<string>`array_to_tsvector(${searchTerms(words)}::text[])`,
  };
}

export async function seedPromises(tx: Tx): Promise<void> {
  const rows = readRows('warranty-promises.csv', [
    'brand',
    'category',
    'modelCode',
    'boughtFrom',
    'boughtTo',
    'unitMonths',
    'mainPartMonths',
    'mainParts',
  ]);
  await tx
    .tables<DB>()
    .insertInto('catalogue.warranty_promise')
    .values(
      rows.map((row) => ({
        brand: row.brand,
        category: row.category,
        model_code: row.modelCode,
        bought_from: row.boughtFrom,
        bought_to: orNull(row.boughtTo),
        unit_months: Number(row.unitMonths),
        main_part_months: Number(row.mainPartMonths),
        main_parts: listOf(row.mainParts),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function seedElectricLimits(tx: Tx): Promise<void> {
  const rows = readRows('electric-limits.csv', [
    'effectiveFrom',
    'electricClass',
    'voltageMinimumVolts',
    'voltageMaximumVolts',
    'earthMaximumOhms',
    'protectiveConductorMaximumOhms',
    'neutralToEarthMaximumVolts',
    'insulationMinimumMegohms',
    'leakageMaximumMilliamps',
    'leakageMilliampsPerKw',
    'rcdTripMaximumSeconds',
  ]);
  await tx
    .tables<DB>()
    .insertInto('catalogue.electric_limit')
    .values(
      rows.map((row) => ({
        effective_from: row.effectiveFrom,
        electric_class: row.electricClass,
        voltage_minimum_volts: Number(row.voltageMinimumVolts),
        voltage_maximum_volts: Number(row.voltageMaximumVolts),
        earth_maximum_ohms: numberOrNull(row.earthMaximumOhms),
        protective_conductor_maximum_ohms: numberOrNull(row.protectiveConductorMaximumOhms),
        neutral_to_earth_maximum_volts: numberOrNull(row.neutralToEarthMaximumVolts),
        insulation_minimum_megohms: Number(row.insulationMinimumMegohms),
        leakage_maximum_milliamps: Number(row.leakageMaximumMilliamps),
        leakage_milliamps_per_kw: numberOrNull(row.leakageMilliampsPerKw),
        rcd_trip_maximum_seconds: Number(row.rcdTripMaximumSeconds),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
