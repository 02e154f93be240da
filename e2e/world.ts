import { ROLES, type Role } from '@firstfix/contract';
import type { Id } from '@firstfix/kernel';
import type { TestAccount, TestApp } from '@firstfix/testkit';
import type { KnownIds } from './valid-values.ts';
import { driveDispatch } from './world-dispatch.ts';
import { completed, inService, open, planned } from './world-orders.ts';
import { askForService, findPeople, type People, seedShipped } from './world-people.ts';
import { openSession, openStation, registerFridge, sendPhoto } from './world-things.ts';
import { judge } from './world-verdict.ts';
import { quoted } from './world-visit.ts';

/** Rows of every module that belong to one customer, one engineer, one outlet and one territory. */
export interface World extends People {
  /** One row of each kind, by what paths call it: `work-orders`; `work-orders/rating` where only some will do. */
  readonly rows: ReadonlyMap<string, Id>;
}

/** Drives orders through everything there is, for people of their own; another `index`, other people. */
export async function buildWorld(app: TestApp, index: number): Promise<World> {
  await seedShipped(app);
  const people = await findPeople(app, index);
  const rows = new Map<string, Id>([
    ['customers', people.customerId],
    ['households', people.householdId],
    ['engineers', people.engineerId],
    ['outlets', people.outletId],
    ['territories', people.territoryId],
    ['service-requests', await askForService(app, people)],
    ...(await thingRows(app, people)),
    ...(await liveOrders(app, people)),
    ...(await dispatchRows(app, people)),
  ]);
  await app.settle();
  return { ...people, rows };
}

async function liveOrders(app: TestApp, people: People): Promise<[string, Id][]> {
  await open(app, people);
  await planned(app, people);
  await inService(app, people);
  const judged = await completed(app, people);
  const { complaintId } = await judge(app, people, judged.workOrderId);
  await completed(app, people);
  const shown = await quoted(app, people);
  return [
    ['work-orders', shown.workOrderId],
    ['order number', await numberOf(app, shown.workOrderId)],
    ['visits', shown.visitId],
    ['payments', shown.paymentId],
    ['media', await sendPhoto(app, people, shown.workOrderId)],
    ['complaints', complaintId],
    ['work-orders/rating', judged.workOrderId],
    ['work-orders/follow-up', judged.workOrderId],
    ['work-orders/money', judged.workOrderId],
  ];
}

/** Files for people name orders by it. */
async function numberOf(app: TestApp, workOrderId: Id): Promise<string> {
  const order = await app.modules.orders.findWorkOrder(workOrderId);
  return order?.number ?? '';
}

async function thingRows(app: TestApp, people: People): Promise<[string, Id][]> {
  const fridge = await registerFridge(app, people);
  return [
    ['appliances', fridge.id],
    ['appliance-serials', fridge.serialNumber],
    ['stations', await openStation(app, people)],
    ['sessions', await openSession(app, { role: 'customer', ownId: people.customerId })],
  ];
}

async function dispatchRows(app: TestApp, people: People): Promise<[string, Id][]> {
  const rows = await driveDispatch(app, people);
  return [
    ['plans', rows.planId],
    ['slot-holds', rows.holdId],
    ['offers', rows.offerId],
    ['exceptions', rows.exceptionId],
    ['work-orders/assignment', rows.assignedId],
    ['visit taken back', rows.takenBackVisitId],
  ];
}

/** The world's ids by the names fields have for them. */
export function idsOf({ customerId, householdId, engineerId, outletId, territoryId, rows }: World): KnownIds {
  const owners = Object.entries({ customerId, householdId, engineerId, outletId, territoryId });
  return new Map([...owners, ...rows].map(([name, id]) => [name, [id]]));
}

/** The account of a role that owns this world's rows. */
export function accountIn(world: World, role: Role): TestAccount {
  switch (role) {
    case 'customer':
      return { role, ownId: world.customerId };
    case 'engineer':
      return { role, ownId: world.engineerId, outletId: world.outletId, territoryIds: [world.territoryId] };
    case 'outlet_owner':
      return { role, outletId: world.outletId };
    case 'dispatcher':
      return { role, territoryIds: [world.territoryId] };
    default:
      return { role };
  }
}

/** A session's token for every role. */
export async function tokensIn(app: TestApp, world: World): Promise<ReadonlyMap<Role, string>> {
  const tokens = new Map<Role, string>();
  for (const role of ROLES) tokens.set(role, await app.tokenFor(accountIn(world, role)));
  return tokens;
}
