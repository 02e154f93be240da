import type { StationView } from '@firstfix/contract/network/schemas';
import { type Id, type Instant, stableId } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { defineCity, defineRegion, defineTerritory } from '../operations/define-places.ts';
import type { HashPhone } from '../phone-hash.ts';
import { insertCertificates, insertEngineer } from '../store/engineer-store.ts';
import { insertOutlet } from '../store/outlet-store.ts';
import type { DB } from '../tables.ts';
import { DEMO_CITY, DEMO_DISTRICTS, DEMO_REGION, demoCells } from './demo-city.ts';
import { demoEngineers } from './demo-engineers.ts';
import { DEMO_OUTLETS } from './demo-outlets.ts';
import { demoStations } from './demo-stations.ts';

/** Who answers for the demo's orders: the account of its agent. */
const DEMO_ORDER_OWNER = stableId('demo:order-owner');

/** What the other seeds and the simulation of the demo need to know of its network. */
export interface DemoNetwork {
  readonly cityId: Id;
  readonly territories: readonly { readonly id: Id; readonly name: string; readonly orderOwnerId: Id }[];
  readonly outlets: readonly { readonly id: Id; readonly name: string; readonly managerId: Id | null }[];
  readonly engineers: readonly {
    readonly id: Id;
    readonly userId: Id;
    readonly name: string;
    readonly outletId: Id;
    readonly territoryId: Id;
    /** To sign in with. */
    readonly phone: string;
  }[];
}

/** Writes the demo city's network; what is there already stays as it is. */
export async function seedDemoNetwork(
  tx: Tx,
  { now, hashPhone }: { readonly now: Instant; readonly hashPhone: HashPhone },
): Promise<DemoNetwork> {
  const territories = await seedPlaces(tx);
  for (const outlet of DEMO_OUTLETS) await insertOutlet(tx, outlet);
  const engineers = demoEngineers(localDateOf(now, DEFAULT_ZONE));
  await Promise.all(engineers.map(({ engineer, phone }) => insertEngineer(tx, engineer, hashPhone(phone))));
  await insertCertificates(
    tx,
    engineers.flatMap(({ certificates }) => certificates),
  );
  await Promise.all(demoStations(engineers).map((station) => insertStation(tx, station)));
  return {
    cityId: DEMO_CITY.id,
    territories,
    outlets: DEMO_OUTLETS.map(({ id, name, managerId }) => ({ id, name, managerId })),
    engineers: engineers.map(({ engineer: { id, userId, name, outletId, territoryId }, phone }) => ({
      id,
      userId,
      name,
      outletId,
      territoryId,
      phone,
    })),
  };
}

async function seedPlaces(tx: Tx): Promise<DemoNetwork['territories']> {
  await defineRegion(tx, DEMO_REGION);
  await defineCity(tx, DEMO_CITY);
  const cells = Map.groupBy(demoCells(), ([, district]) => district.territoryId);
  const territories = DEMO_DISTRICTS.map(({ territoryId, name, marketTier }) => ({
    id: territoryId,
    cityId: DEMO_CITY.id,
    name,
    zone: DEFAULT_ZONE,
    marketTier,
    orderOwnerId: DEMO_ORDER_OWNER,
    cells: (cells.get(territoryId) ?? []).map(([cell]) => cell),
  }));
  for (const territory of territories) await defineTerritory(tx, territory);
  return territories.map(({ id, name, orderOwnerId }) => ({ id, name, orderOwnerId }));
}

async function insertStation(tx: Tx, station: StationView): Promise<void> {
  await tx
    .tables<DB>()
    .insertInto('network.station')
    .values({
      id: station.id,
      name: station.name,
      territory_id: station.territoryId,
      outlet_id: station.outletId,
      vehicle: station.vehicle,
      crew: [...station.crew],
      posts: JSON.stringify(station.posts),
      cells: [...station.cells],
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
