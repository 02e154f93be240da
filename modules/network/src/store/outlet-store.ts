import type { OutletStatus, OutletTier } from '@firstfix/contract/network/states';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Selectable } from 'kysely';
import type { Outlet } from '../outlet.ts';
import type { DB, NetworkOutlet } from '../tables.ts';
import { searchColumn } from './search-column.ts';

export type OutletRow = Selectable<NetworkOutlet>;

export function toOutlet(row: OutletRow): Outlet {
  return {
    id: row.id,
    name: row.name,
    cityId: row.city_id,
    territoryIds: row.territory_ids,
    tier: row.tier as OutletTier,
    status: row.status as OutletStatus,
    statusReason: row.status_reason,
    stars: row.stars,
    marketTier: row.market_tier,
    categories: row.categories,
    managerId: row.manager_id,
    point: { lat: row.lat, lng: row.lng },
    qualityCertificateUntil: row.quality_certificate_until,
    openedOn: row.opened_on,
    version: row.version,
  };
}

export async function lockOutlet(tx: Tx, id: Id): Promise<Outlet> {
  const row = await tx
    .tables<DB>()
    .selectFrom('network.outlet')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('outlet', id);
  return toOutlet(row);
}

/** Whether it is new: an outlet of that id stays as it is. */
export async function insertOutlet(tx: Tx, outlet: Outlet): Promise<boolean> {
  const row = await tx
    .tables<DB>()
    .insertInto('network.outlet')
    .values({
      ...outletColumns(outlet),
      id: outlet.id,
      city_id: outlet.cityId,
      tier: outlet.tier,
      lat: outlet.point.lat,
      lng: outlet.point.lng,
      opened_on: outlet.openedOn,
      version: outlet.version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveOutlet(tx: Tx, outlet: Outlet): Promise<Outlet> {
  const version = outlet.version + 1;
  await tx
    .tables<DB>()
    .updateTable('network.outlet')
    .set({ ...outletColumns(outlet), version })
    .where('id', '=', outlet.id)
    .execute();
  return { ...outlet, version };
}

function outletColumns(outlet: Outlet) {
  return {
    name: outlet.name,
    territory_ids: [...outlet.territoryIds],
    status: outlet.status,
    status_reason: outlet.statusReason,
    stars: outlet.stars,
    market_tier: outlet.marketTier,
    categories: [...outlet.categories],
    manager_id: outlet.managerId,
    quality_certificate_until: outlet.qualityCertificateUntil,
    search: searchColumn(outlet.name),
  };
}
