import type { QueryOf } from '@firstfix/contract';
import type { listStations as endpoint } from '@firstfix/contract/network/endpoints';
import type { StationView } from '@firstfix/contract/network/schemas';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { type Caller, toPage } from '@firstfix/platform';
import type { Selectable } from 'kysely';
import { visibleStations } from '../policy.ts';
import type { NetworkDb } from '../store/territory-store.ts';
import type { NetworkStation } from '../tables.ts';
import { after } from './keyset.ts';

const PAGE = 50;

export async function listStations(db: NetworkDb, caller: Caller, query: QueryOf<typeof endpoint>) {
  const { cursor, limit = PAGE, territoryId } = query;
  let rows = stationsSeenBy(db, caller);
  if (territoryId) rows = rows.where('s.territory_id', '=', territoryId);
  if (cursor !== undefined) rows = rows.where(after({ column: 's.name', holds: 'text', id: 's.id' }, cursor));
  const found = await rows
    .orderBy('s.name')
    .orderBy('s.id')
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, presentStation, ({ name, id }) => [name, id]);
}

export async function getStation(db: NetworkDb, caller: Caller, id: Id) {
  const row = await stationsSeenBy(db, caller).where('s.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('station', id);
  return presentStation(row);
}

function stationsSeenBy(db: NetworkDb, caller: Caller) {
  return db.selectFrom('network.station as s').selectAll().where(visibleStations(caller));
}

function presentStation(row: Selectable<NetworkStation>): StationView {
  return {
    id: row.id,
    name: row.name,
    territoryId: row.territory_id,
    outletId: row.outlet_id,
    vehicle: row.vehicle,
    crew: row.crew,
    // written by this module only, in the shape of the contract
    posts: row.posts as StationView['posts'],
    cells: row.cells,
  };
}
