import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { listModels as endpoint } from '@firstfix/contract/catalogue/endpoints';
import { toTsquery } from '@firstfix/kernel';
import { decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { presentModel } from '../present.ts';
import { type CatalogueDb, toModel } from '../store.ts';

const PAGE = 50;

/** Models by code, those that match the words. */
export async function listModels(
  db: CatalogueDb,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const { cursor, limit = PAGE, category, text, onMarketAt } = query;
  let rows = db.selectFrom('catalogue.product_model').selectAll().modifyFront(sql.raw(PLAN_EACH_TIME));
  if (category) rows = rows.where('category', '=', category);
  if (text) {
    const terms = toTsquery(text);
    rows = rows.where(terms === '' ? sql<SqlBool>`false` : sql<SqlBool>`search @@ ${terms}::tsquery`);
  }
  if (onMarketAt) {
    rows = rows
      .where('on_market_from', '<=', onMarketAt)
      .where((eb) => eb.or([eb('on_market_to', 'is', null), eb('on_market_to', '>=', onMarketAt)]));
  }
  if (cursor !== undefined) {
    const [lastCode, lastBrand] = decodeCursor(cursor, 'text', 'text');
    rows = rows.where(sql<SqlBool>`(code, brand) > (${lastCode}, ${lastBrand})`);
  }
  const [found, promises] = await Promise.all([
    rows
      .orderBy('code')
      .orderBy('brand')
      .limit(limit + 1)
      .execute(),
    db.selectFrom('catalogue.warranty_promise').selectAll().orderBy('bought_from').execute(),
  ]);
  return toPage(
    found,
    limit,
    (row) => presentModel(toModel(row, promises)),
    (row) => [row.code, row.brand],
  );
}
