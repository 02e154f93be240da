import { acceptVisit, openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { HOUR, type Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';
import { inTransaction, type People } from './world-people.ts';

/** An order opened by an agent. */
export async function open(
  app: TestApp,
  people: People,
  changes: { responseSeconds?: number } = {},
): Promise<Id> {
  const agent = await app.signIn({ role: 'agent' });
  const { customerId, householdId, territoryId, place } = people;
  const work = { ...A_FRIDGE, skills: [], ...changes };
  const opened = await agent.call(openWorkOrder, {
    body: { customerId, householdId, territoryId, place, work },
  });
  return opened.id;
}

/** The customer has a window from the next hour on. */
export async function promised(app: TestApp, people: People): Promise<Id> {
  const id = await open(app, people);
  const window = { start: app.now() + HOUR, end: app.now() + 3 * HOUR };
  await inTransaction(app, (tx) => app.modules.orders.promiseWindow(tx, id, window));
  return id;
}

export interface PlannedVisit {
  readonly workOrderId: Id;
  readonly visitId: Id;
}

/** The world's engineer is to go there. */
export async function planned(app: TestApp, people: People): Promise<PlannedVisit> {
  const workOrderId = await promised(app, people);
  const { engineerId, outletId } = people;
  const when = { start: app.now() + HOUR, end: app.now() + 2 * HOUR };
  const { id: visitId } = await inTransaction(app, (tx) =>
    app.modules.orders.assignVisit(tx, {
      workOrderIds: [workOrderId],
      engineerId,
      outletId,
      planned: when,
      how: 'manual',
    }),
  );
  return { workOrderId, visitId };
}

export async function accepted(app: TestApp, people: People): Promise<PlannedVisit> {
  const visit = await planned(app, people);
  const engineer = await app.signIn({
    role: 'engineer',
    ownId: people.engineerId,
    outletId: people.outletId,
  });
  await engineer.call(acceptVisit, { params: { id: visit.visitId } });
  return visit;
}

/** Through the verbs other modules use: `inService` begins the work, `completed` ends it too. */
export async function inService(app: TestApp, people: People): Promise<PlannedVisit> {
  const { departVisit, arriveVisit, beginVisit } = app.modules.orders;
  const visit = await accepted(app, people);
  const engineer = engineerCaller(people);
  for (const step of [departVisit, arriveVisit, beginVisit]) {
    await inTransaction(app, (tx) => step(tx, engineer, visit.visitId));
  }
  return visit;
}

export async function completed(app: TestApp, people: People): Promise<PlannedVisit> {
  const visit = await inService(app, people);
  await inTransaction(app, (tx) => app.modules.orders.finishVisit(tx, engineerCaller(people), visit.visitId));
  await app.settle();
  return visit;
}

function engineerCaller({ engineerId, outletId, territoryId }: People): Caller {
  return {
    sessionId: '',
    userId: engineerId,
    role: 'engineer',
    ownId: engineerId,
    outletId,
    territoryIds: [territoryId],
    onlyWorkOrderId: null,
    scope: 'own',
    requestId: 'e2e',
    remoteAddress: '',
  };
}

const A_FRIDGE = {
  workType: 'repair',
  category: 'fridge',
  productModelId: null,
  symptomCode: 'not_cooling',
  difficulty: 1,
  standardSeconds: 2700,
  limitSeconds: 3600,
  responseSeconds: 43_200,
  priority: 30,
  cover: 'out_of_warranty',
  description: '冰箱不制冷，昨天开始',
} as const;
