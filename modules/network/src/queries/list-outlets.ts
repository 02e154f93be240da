import type { QueryOf } from '@firstfix/contract';
import type { listOutlets as endpoint } from '@firstfix/contract/network/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, toTsquery } from '@firstfix/kernel';
import { type Caller, type CursorValues, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Outlet } from '../outlet.ts';
import { mustSeeOutlet, visibleOutlets } from '../policy.ts';
import { presentOutlet } from '../present.ts';
import { type OutletRow, toOutlet } from '../store/outlet-store.ts';
import type { NetworkDb } from '../store/territory-store.ts';
import type { DB } from '../tables.ts';
import { after, directionOf, type Sorting } from './keyset.ts';

type Query = QueryOf<typeof endpoint>;
type Rows = SelectQueryBuilder<DB & { o: DB['network.outlet'] }, 'o', OutletRow>;

const PAGE = 50;

const SORTINGS = {
  name: { column: 'o.name', holds: 'text', id: 'o.id' },
  newest: { column: 'o.opened_on', holds: 'text', id: 'o.id', descending: true },
  stars: { column: 'o.stars', holds: 'number', id: 'o.id', descending: true },
} as const satisfies Record<string, Sorting>;

const CURSORS: Readonly<Record<keyof typeof SORTINGS, (row: OutletRow) => CursorValues>> = {
  name: (row) => [row.name, row.id],
  newest: (row) => [row.opened_on, row.id],
  stars: (row) => [row.stars, row.id],
};

/** One page of the outlets the caller sees. */
export async function listOutlets(db: NetworkDb, caller: Caller, query: Query) {
  const { cursor, limit = PAGE, sort = 'name', ...filter } = query;
  const sorting = SORTINGS[sort];
  const base = db.selectFrom('network.outlet as o').selectAll().modifyFront(sql.raw(PLAN_EACH_TIME));
  const rows = narrow(base.where(visibleOutlets(caller)), filter);
  const found = await (cursor === undefined ? rows : rows.where(after(sorting, cursor)))
    .orderBy(sorting.column, directionOf(sorting))
    .orderBy('o.id', directionOf(sorting))
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, (row) => presentOutlet(toOutlet(row)), CURSORS[sort]);
}

function narrow(rows: Rows, filter: Omit<Query, 'cursor' | 'limit' | 'sort'>): Rows {
  let narrowed = rows;
  if (filter.cityId) narrowed = narrowed.where('o.city_id', '=', filter.cityId);
  if (filter.territoryId) {
    narrowed = narrowed.where(sql<SqlBool>`o.territory_ids @> array[${filter.territoryId}::uuid]`);
  }
  if (filter.tier) narrowed = narrowed.where(sql<SqlBool>`o.tier = any(${filter.tier}::text[])`);
  if (filter.status) narrowed = narrowed.where(sql<SqlBool>`o.status = any(${filter.status}::text[])`);
  if (filter.marketTier) narrowed = narrowed.where('o.market_tier', '=', filter.marketTier);
  if (filter.category) {
    narrowed = narrowed.where(sql<SqlBool>`o.categories @> array[${filter.category}::text]`);
  }
  if (filter.text) {
    const terms = toTsquery(filter.text);
    narrowed = narrowed.where(
      terms === '' ? sql<SqlBool>`false` : sql<SqlBool>`o.search @@ ${terms}::tsquery`,
    );
  }
  return narrowed;
}

/** 404 when there is none or the caller may not see it. */
export async function getOutlet(db: NetworkDb, caller: Caller, id: Id): Promise<Outlet> {
  const row = await db.selectFrom('network.outlet').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('outlet', id);
  const outlet = toOutlet(row);
  mustSeeOutlet(caller, outlet);
  return outlet;
}
