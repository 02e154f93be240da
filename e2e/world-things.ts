import { createHash } from 'node:crypto';
import { type Id, newId } from '@firstfix/kernel';
import type { TestAccount, TestApp } from '@firstfix/testkit';
import { inTransaction, type People } from './world-people.ts';

/** An appliance at the customer's, with the serial number on its plate. */
export async function registerFridge(
  app: TestApp,
  people: People,
): Promise<{ id: Id; serialNumber: string }> {
  const serialNumber = `E2E${people.customerId.slice(-12).toUpperCase()}`;
  const { customerId, householdId } = people;
  const id = await inTransaction(app, (tx) =>
    app.modules.appliances.registerAppliance(tx, {
      serialNumber,
      brand: 'Ausland',
      category: 'fridge',
      customerId,
      householdId,
      boughtOn: '2025-06-18',
    }),
  );
  return { id, serialNumber };
}

/** A mobile station of the outlet with the engineer for its crew: nobody opens one through the API. */
export async function openStation(app: TestApp, people: People): Promise<Id> {
  const { engineerId, outletId, territoryId } = people;
  const id = newId();
  await app.rows(
    `insert into network.station (id, name, territory_id, outlet_id, vehicle, crew, posts, cells)
     values ($1, $2, $3, $4, $2, array[$5::uuid], '[]', '{}')`,
    [id, `鲁B${id.slice(-5)}`, territoryId, outletId, engineerId],
  );
  return id;
}

/** A photo the customer sent to an order; its name is its hash. */
export async function sendPhoto(app: TestApp, people: People, workOrderId: Id): Promise<string> {
  const hash = await takePhoto(app, { role: 'customer', ownId: people.customerId }, people.customerId);
  await inTransaction(app, async (tx) => tx.linkMedia(hash, 'work-order', workOrderId));
  return hash;
}

/** Somebody's photo of that content; its name is its hash. */
export async function takePhoto(app: TestApp, account: TestAccount, content: string): Promise<string> {
  const token = await app.tokenFor(account);
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(content)]);
  const headers = { 'content-type': 'image/jpeg', authorization: `Bearer ${token}` };
  const answer = await fetch(`${app.url}/api/media`, { method: 'POST', headers, body: bytes });
  if (answer.status !== 201) throw new Error(`the photo was refused: ${await answer.text()}`);
  return createHash('sha256').update(bytes).digest('hex');
}

/** Another session of somebody's. */
export async function openSession(app: TestApp, account: TestAccount): Promise<Id> {
  await app.tokenFor(account);
  const [session] = await app.rows<{ id: Id }>('select id from identity.session order by id desc limit 1');
  if (!session) throw new Error('no session was opened');
  return session.id;
}
