import { seedAppliances } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import { registerRequest } from '@firstfix/contract/requests/endpoints';
import type { Id, Point } from '@firstfix/kernel';
import { systemActor, type Tx } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';

/** Who owns the rows of a world, and where. */
export interface People {
  readonly customerId: Id;
  readonly householdId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly place: { readonly point: Point; readonly districtCode: string; readonly community: string };
}

export function inTransaction<T>(app: TestApp, work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.runtime.transactor.transact(systemActor('e2e'), work);
}

/** The catalogue and the demo city; again and again. */
export async function seedShipped(app: TestApp): Promise<void> {
  await inTransaction(app, async (tx) => {
    await seedCatalogue(tx);
    await seedAppliances(tx);
    await app.modules.network.seedDemoNetwork(tx, { now: tx.now });
  });
}

/** A customer at home where the `index`-th outlet works alone, and an engineer of that outlet. */
export async function findPeople(app: TestApp, index: number): Promise<People> {
  const [found] = await app
    .rows<{ outlet_id: Id; territory_id: Id; engineer_id: Id; lat: number; lng: number }>(
      `select o.id as outlet_id, e.territory_id, e.id as engineer_id, o.lat, o.lng
     from network.outlet o join network.engineer e on e.outlet_id = o.id and e.territory_id = any(o.territory_ids)
     where cardinality(o.territory_ids) = 1
     order by o.id, exists (select from network.station s where e.id = any(s.crew)), e.id`,
    )
    .then((rows) =>
      [...Map.groupBy(rows, (row) => row.outlet_id).values()].map(([first]) => first).slice(index),
    );
  if (!found) throw new Error('the demo city has too few outlets that work in one territory alone');
  const place = { point: { lat: found.lat, lng: found.lng }, districtCode: '990101', community: '海情小区' };
  const home = await inTransaction(app, (tx) =>
    app.modules.customers.registerCustomer(tx, {
      name: '李晓梅',
      phone: `1391000000${index}`,
      address: { ...place, door: '3号楼2单元501' },
    }),
  );
  const { outlet_id: outletId, territory_id: territoryId, engineer_id: engineerId } = found;
  return { ...home, outletId, territoryId, engineerId, place };
}

/** What the customer asks through their outlet, waiting for triage. */
export async function askForService(app: TestApp, people: People): Promise<Id> {
  const owner = await app.signIn({ role: 'outlet_owner', outletId: people.outletId });
  const request = await owner.call(registerRequest, {
    body: {
      channel: 'partner',
      caller: { customerId: people.customerId, householdId: people.householdId },
      items: [{ workType: 'repair', category: 'fridge' }],
      words: '冰箱不制冷，昨天开始',
      triage: 'manual',
    },
  });
  return request.id;
}
