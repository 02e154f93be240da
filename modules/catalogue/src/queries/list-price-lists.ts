import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type {
  listPriceLists as endpoint,
  getPriceList as getEndpoint,
} from '@firstfix/contract/catalogue/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { decodeCursor, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { presentPriceList, presentPriceListHead } from '../present.ts';
import { type CatalogueDb, toPriceLine, toPriceList } from '../store.ts';

const PAGE = 50;

/** Heads of the lists, the latest date first. */
export async function listPriceLists(
  db: CatalogueDb,
  { cursor, limit = PAGE, regionCode, state }: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  let rows = db.selectFrom('catalogue.price_list').selectAll();
  if (regionCode) rows = rows.where('region_code', '=', regionCode);
  if (state) rows = rows.where('state', '=', state);
  if (cursor !== undefined) {
    const [lastFrom, lastId] = decodeCursor(cursor, 'text', 'id');
    rows = rows.where(sql<SqlBool>`(effective_from, id) < (${lastFrom}::date, ${lastId}::uuid)`);
  }
  const found = await rows
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => presentPriceListHead(toPriceList(row)),
    (row) => [row.effective_from, row.id],
  );
}

/** A list with its lines, draft or published. 404 when there is none. */
export async function getPriceList(db: CatalogueDb, id: Id): Promise<ResponseOf<typeof getEndpoint>> {
  const [row, lines] = await Promise.all([
    db.selectFrom('catalogue.price_list').selectAll().where('id', '=', id).executeTakeFirst(),
    db
      .selectFrom('catalogue.price_line')
      .selectAll()
      .where('price_list_id', '=', id)
      .orderBy('code')
      .execute(),
  ]);
  if (!row) throw notFound('price_list', id);
  return presentPriceList(toPriceList(row), lines.map(toPriceLine));
}
