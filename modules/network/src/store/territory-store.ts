import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import type { MarketTier, Territory } from '../territory.ts';

export type NetworkDb = Kysely<DB>;

export function selectTerritories(db: NetworkDb) {
  return db
    .selectFrom('network.territory as t')
    .innerJoin('network.city as c', 'c.id', 't.city_id')
    .selectAll('t')
    .select(['c.region_id', 'c.region_code']);
}

type TerritoryRow = Awaited<ReturnType<ReturnType<typeof selectTerritories>['execute']>>[number];

export function toTerritory(row: TerritoryRow): Territory {
  return {
    id: row.id,
    name: row.name,
    cityId: row.city_id,
    regionId: row.region_id,
    regionCode: row.region_code,
    zone: row.zone,
    marketTier: row.market_tier as MarketTier,
    orderOwnerId: row.order_owner_id,
  };
}
