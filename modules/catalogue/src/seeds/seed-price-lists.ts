import { DAY, stableId, toDate } from '@firstfix/kernel';
import { DEFAULT_ZONE, instantAt } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import type { DB } from '../tables.ts';
import { orNull, readRows } from './seed-file.ts';

/** The shipped lists count as published a month before they began. */
const NOTICE_DAYS = 30;

const COLUMNS = [
  'regionCode',
  'effectiveFrom',
  'code',
  'kind',
  'category',
  'workType',
  'repairClass',
  'nameZh',
  'nameEn',
  'unit',
  'unitFen',
] as const;
type Line = Record<(typeof COLUMNS)[number], string>;

/** Lists that are there already, published or withdrawn into other hands, are left alone. */
export async function seedPriceLists(tx: Tx): Promise<void> {
  const lists = Map.groupBy(
    readRows('price-lines.csv', COLUMNS),
    (line) => `${line.regionCode}:${line.effectiveFrom}`,
  );
  for (const [key, lines] of lists) await seedPriceList(tx, key, lines);
}

async function seedPriceList(tx: Tx, key: string, lines: readonly Line[]): Promise<void> {
  const [first] = lines;
  if (!first) return;
  const id = stableId(`price-list:${key}`);
  const publishedAt = toDate(instantAt(first.effectiveFrom, 0, DEFAULT_ZONE) - NOTICE_DAYS * DAY);
  const db = tx.tables<DB>();
  const added = await db
    .insertInto('catalogue.price_list')
    .values({
      id,
      region_code: first.regionCode,
      effective_from: first.effectiveFrom,
      state: 'draft',
      created_at: publishedAt,
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  await db
    .insertInto('catalogue.price_line')
    .values(lines.map((line) => lineColumns(id, line)))
    .execute();
  await db
    .updateTable('catalogue.price_list')
    .set({ state: 'published', published_at: publishedAt, version: 2 })
    .where('id', '=', id)
    .execute();
}

function lineColumns(priceListId: string, line: Line) {
  return {
    price_list_id: priceListId,
    code: line.code,
    kind: line.kind,
    category: orNull(line.category),
    work_type: orNull(line.workType),
    repair_class: orNull(line.repairClass),
    name_zh: line.nameZh,
    name_en: line.nameEn,
    unit: line.unit,
    unit_fen: Number(line.unitFen),
  };
}
