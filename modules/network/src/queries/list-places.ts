import type { QueryOf } from '@firstfix/contract';
import type {
  listCities as cities,
  listTerritories as territories,
} from '@firstfix/contract/network/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { type Caller, toPage } from '@firstfix/platform';
import { mustSeeTerritory, visibleTerritories } from '../policy.ts';
import { presentTerritory } from '../present.ts';
import { type NetworkDb, selectTerritories, toTerritory } from '../store/territory-store.ts';
import { after } from './keyset.ts';

const PAGE = 50;

export async function listRegions(db: NetworkDb) {
  return { items: await db.selectFrom('network.region').selectAll().orderBy('name').limit(200).execute() };
}

export async function listCities(db: NetworkDb, query: QueryOf<typeof cities>) {
  const { cursor, limit = PAGE, regionId } = query;
  let rows = db.selectFrom('network.city').selectAll();
  if (regionId) rows = rows.where('region_id', '=', regionId);
  if (cursor !== undefined) rows = rows.where(after({ column: 'name', holds: 'text', id: 'id' }, cursor));
  const found = await rows
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    ({ id, name, region_id, region_code }) => ({ id, name, regionId: region_id, regionCode: region_code }),
    ({ name, id }) => [name, id],
  );
}

export async function listTerritories(db: NetworkDb, caller: Caller, query: QueryOf<typeof territories>) {
  const { cursor, limit = PAGE, cityId } = query;
  let rows = selectTerritories(db).where(visibleTerritories(caller));
  if (cityId) rows = rows.where('t.city_id', '=', cityId);
  if (cursor !== undefined) rows = rows.where(after({ column: 't.name', holds: 'text', id: 't.id' }, cursor));
  const found = await rows
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => presentTerritory(toTerritory(row)),
    ({ name, id }) => [name, id],
  );
}

/** A territory with its cells. */
export async function getTerritory(db: NetworkDb, caller: Caller, id: Id) {
  mustSeeTerritory(caller, id);
  const [row, cells] = await Promise.all([
    selectTerritories(db).where('t.id', '=', id).executeTakeFirst(),
    db.selectFrom('network.cell').select('cell').where('territory_id', '=', id).orderBy('cell').execute(),
  ]);
  if (!row) throw notFound('territory', id);
  return { ...presentTerritory(toTerritory(row)), cells: cells.map(({ cell }) => cell) };
}
