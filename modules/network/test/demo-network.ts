import { CITY_CENTRE, demoCity } from '@firstfix/city';
import { type Id, type Point, stableId } from '@firstfix/kernel';
import type { DemoNetwork } from '@firstfix/network';
import { type Caller, systemActor, type Tx } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';
import { latLngToCell } from 'h3-js';

export function inTransaction<T>(app: TestApp, work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.runtime.transactor.transact(systemActor('test'), work);
}

export function seedDemo(app: TestApp): Promise<DemoNetwork> {
  return inTransaction(app, (tx) => app.modules.network.seedDemoNetwork(tx, { now: app.now() }));
}

export function somePoint(seed: number): Point {
  return demoCity().homes(1, seed)[0]?.point ?? CITY_CENTRE;
}

const SYSTEM: Caller = {
  sessionId: '',
  userId: stableId('test:user'),
  role: 'admin',
  scope: 'all',
  ownId: null,
  outletId: null,
  territoryIds: [],
  onlyWorkOrderId: null,
  requestId: 'test',
  remoteAddress: '127.0.0.1',
};

export interface FarCity {
  readonly territoryId: Id;
  readonly outletId: Id;
  readonly engineerIds: readonly Id[];
  readonly point: Point;
}

/** A city in a zone with daylight saving: one territory, one outlet, four engineers. */
export async function seedFarCity(app: TestApp): Promise<FarCity> {
  const { network } = app.modules;
  const point = { lat: 42.36, lng: -71.06 };
  const ids = { regionId: stableId('test:region'), cityId: stableId('test:city') };
  const territoryId = stableId('test:territory');
  const outletId = stableId('test:outlet');
  const engineerIds = [1, 2, 3, 4].map((number) => stableId(`test:engineer:${number}`));
  await inTransaction(app, async (tx) => {
    await network.defineRegion(tx, { id: ids.regionId, name: 'Far East Coast' });
    await network.defineCity(tx, { ...ids, id: ids.cityId, name: 'Harbourtown', regionCode: '990200' });
    await network.defineTerritory(tx, {
      id: territoryId,
      cityId: ids.cityId,
      name: 'Harbour',
      zone: 'America/New_York',
      marketTier: 1,
      orderOwnerId: stableId('test:owner'),
      cells: [latLngToCell(point.lat, point.lng, 8)],
    });
    await network.createOutlet(tx, {
      id: outletId,
      name: 'Harbour Service',
      cityId: ids.cityId,
      territoryIds: [territoryId],
      tier: 'star',
      marketTier: 1,
      categories: ['fridge'],
      point,
      openedOn: '2020-01-01',
    });
    for (const [index, id] of engineerIds.entries()) {
      await network.createEngineer(tx, SYSTEM, {
        id,
        name: `Engineer ${index + 1}`,
        phone: `1880000000${index}`,
        outletId,
        territoryId,
        home: point,
        joinedOn: '2020-01-01',
        licenceExpiresOn: '2028-01-01',
      });
    }
  });
  return { territoryId, outletId, engineerIds, point };
}
