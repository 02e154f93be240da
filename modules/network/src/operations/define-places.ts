import { notFound, refusal } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Zone } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import type { DB } from '../tables.ts';
import type { MarketTier } from '../territory.ts';

/** Places come by import or seed, all at once; defining one again with the same id changes nothing. */

export interface NewRegion {
  readonly id: Id;
  readonly name: string;
}

export async function defineRegion(tx: Tx, region: NewRegion): Promise<void> {
  const insert = tx.tables<DB>().insertInto('network.region').values(region);
  await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute();
}

export interface NewCity extends NewRegion {
  readonly regionId: Id;
  /** Administrative division code, six digits. */
  readonly regionCode: string;
}

export async function defineCity(tx: Tx, { id, name, regionId, regionCode }: NewCity): Promise<void> {
  await tx
    .tables<DB>()
    .insertInto('network.city')
    .values({ id, name, region_id: regionId, region_code: regionCode })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export interface NewTerritory extends NewRegion {
  readonly cityId: Id;
  readonly zone: Zone;
  readonly marketTier: MarketTier;
  readonly orderOwnerId: Id;
  /** H3 cells of resolution 8; none may be another territory's. */
  readonly cells: readonly string[];
}

/** 409 when a cell belongs to another territory. */
export async function defineTerritory(tx: Tx, territory: NewTerritory): Promise<void> {
  const db = tx.tables<DB>();
  mustBeZone(territory.zone);
  await db
    .insertInto('network.territory')
    .values({
      id: territory.id,
      city_id: territory.cityId,
      name: territory.name,
      zone: territory.zone,
      market_tier: territory.marketTier,
      order_owner_id: territory.orderOwnerId,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await sql`insert into network.cell (cell, territory_id)
    select unnest(${[...territory.cells]}::text[]), ${territory.id}::uuid on conflict do nothing`.execute(db);
  const { rows } = await sql<{ cell: string }>`select cell from network.cell
    where cell = any(${[...territory.cells]}::text[]) and territory_id <> ${territory.id}::uuid limit 1`.execute(
    db,
  );
  const [taken] = rows;
  if (taken) {
    throw refusal(409, 'network.cell_taken', { cell: taken.cell });
  }
}

/** A zone nobody knows would stop every plan of the territory. */
function mustBeZone(zone: Zone): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw notFound('time_zone', zone);
  }
}
