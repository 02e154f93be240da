import { createHash, randomBytes } from 'node:crypto';
import { checkCharacterOf } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import type { BodyOf, Endpoint } from '@firstfix/contract';
import type { Client } from '@firstfix/contract/client';
import * as api from '@firstfix/contract/fieldwork/endpoints';
import * as orders from '@firstfix/contract/orders/endpoints';
import { HOUR, type Id, newId, type Point, toRfc3339 } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';

type NewOrder = BodyOf<typeof orders.openWorkOrder>;
type Work = Partial<NewOrder['work']>;

export const HOME: Point = { lat: 36.07, lng: 120.38 };

/** The product with its catalogue. */
export async function startFieldApp(): Promise<TestApp> {
  const app = await startTestApp();
  await app.runtime.transactor.transact(systemActor('test'), seedCatalogue);
  return app;
}

/** A visit the engineer accepted, with the people around it. */
export interface AVisit {
  readonly id: Id;
  readonly workOrderId: Id;
  readonly workOrderIds: readonly Id[];
  readonly engineerId: Id;
  readonly customerId: Id;
  readonly territoryId: Id;
  readonly outletId: Id;
  readonly engineer: Client;
  readonly customer: Client;
  readonly engineerToken: string;
}

/** A fridge to repair (or other work) in Qingdao, accepted by its engineer. */
export async function aVisit(
  app: TestApp,
  work: Work = {},
  orderCount = 1,
  engineerId: Id = newId(),
): Promise<AVisit> {
  const [customerId, territoryId, outletId, householdId] = [newId(), newId(), newId(), newId()];
  const agent = await app.signIn({ role: 'agent' });
  const ids: [Id, ...Id[]] = [newId()];
  for (let more = 1; more < orderCount; more += 1) ids.push(newId());
  const { work: usual, ...rest } = anOrder({ customerId, householdId, territoryId });
  const wanted: NewOrder['work'] = { ...usual, skills: [], cover: 'out_of_warranty', ...work };
  for (const id of ids) {
    await agent.call(orders.openWorkOrder, { body: { ...rest, id, work: wanted } });
  }
  const visitId = await assign(app, ids, engineerId, outletId);
  const account = { role: 'engineer', ownId: engineerId, outletId } as const;
  const engineer = await app.signIn(account);
  await engineer.call(orders.acceptVisit, { params: { id: visitId } });
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  return {
    id: visitId,
    workOrderId: ids[0],
    workOrderIds: ids,
    engineerId,
    customerId,
    territoryId,
    outletId,
    engineer,
    customer,
    engineerToken: await app.tokenFor(account),
  };
}

/** Promises a window and plans the visit. */
export async function assign(app: TestApp, ids: [Id, ...Id[]], engineerId: Id, outletId: Id): Promise<Id> {
  const { orders: verbs } = app.modules;
  const start = app.now() + HOUR;
  const actor = systemActor('test');
  for (const id of ids) {
    await app.runtime.transactor.transact(actor, (tx) =>
      verbs.promiseWindow(tx, id, { start, end: start + 2 * HOUR }),
    );
  }
  const visit = await app.runtime.transactor.transact(actor, (tx) =>
    verbs.assignVisit(tx, {
      workOrderIds: ids,
      engineerId,
      outletId,
      planned: { start, end: start + HOUR },
      how: 'manual',
    }),
  );
  return visit.id;
}

/** Sends a command with a new id, as of now. */
export function send<E extends Endpoint>(
  app: TestApp,
  client: Client,
  endpoint: E,
  visitId: Id,
  body: object = {},
) {
  return client.call(endpoint, {
    params: { id: visitId },
    body: { commandId: newId(), occurredAt: toRfc3339(app.now()), ...body },
  } as Parameters<typeof client.call<E>>[1]);
}

/** Uploads a new photo; answers its hash. */
export async function photo(app: TestApp, token: string): Promise<string> {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(40)]);
  const response = await fetch(`${app.url}/api/media`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${token}` },
    body: bytes,
  });
  if (response.status !== 201)
    throw new Error(`upload answered ${response.status}: ${await response.text()}`);
  return createHash('sha256').update(bytes).digest('hex');
}

export const NEARBY = { position: { point: { lat: 36.0705, lng: 120.3805 }, accuracyMetres: 12 } };

export const SAFE = {
  voltageVolts: 221,
  earthOhms: 1.8,
  neutralToEarthVolts: 0.6,
  leakageMilliamps: 0.2,
  polarity: 'correct',
} as const;

/** A chest freezer's serial (product FFF013221, made on 2025-03-01), by its running number of three characters. */
export function serialOf(running: string, product = 'FFF013221'): string {
  const body = `${product}Q11F301${running}`;
  return body + checkCharacterOf(body);
}

export const DIAGNOSIS = {
  faultCode: 'C01',
  symptomCode: 'not_cooling',
  causeCode: 'open_circuit',
  faultyPart: 'power-board',
  remedyCode: 'replace_part',
  repairClass: 'medium',
} as const;

export const OFFLINE = { ...NEARBY, doorCodeOffline: true };
let made = 0;
/** Of an appliance nobody scanned yet. */
export function freshSerial(): string {
  made += 1;
  return serialOf(String(made).padStart(3, '0'));
}

export async function onSite(app: TestApp, work: Work = {}): Promise<AVisit> {
  const visit = await aVisit(app, work);
  await send(app, visit.engineer, api.departVisit, visit.id);
  await send(app, visit.engineer, api.arriveVisit, visit.id, OFFLINE);
  return visit;
}

export async function inService(app: TestApp, work: Work = { cover: 'in_warranty' }): Promise<AVisit> {
  const visit = await onSite(app, work);
  await send(app, visit.engineer, api.identifyAppliance, visit.id, { serialNumber: freshSerial() });
  await send(app, visit.engineer, api.recordReadings, visit.id, { phase: 'before', measurements: SAFE });
  await send(app, visit.engineer, api.beginVisit, visit.id);
  return visit;
}

/** Ticks the whole checklist of the visit's order. */
export async function steps(app: TestApp, visit: AVisit, photos?: string[], workOrderId = visit.workOrderId) {
  const { engineer, engineerToken } = visit;
  const evidence = photos ?? [await photo(app, engineerToken), await photo(app, engineerToken)];
  const sheet = await engineer.call(api.getFieldSheet, { params: { id: visit.id } });
  const listed = sheet.jobs.find((job) => job.workOrderId === workOrderId)?.steps ?? [];
  const ticked = listed.map(({ code, photosNeeded }) =>
    photosNeeded > 0 ? { code, outcome: 'done', evidence } : { code, outcome: 'done' },
  );
  return send(app, engineer, api.tickSteps, visit.id, { workOrderId, steps: ticked });
}
