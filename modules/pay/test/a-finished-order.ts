import { HOUR, type Id, MINUTE, newId } from '@firstfix/kernel';
import type { NewWorkOrder } from '@firstfix/orders';
import { systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';

export interface FinishedOrder {
  readonly id: Id;
  readonly customerId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
}

/** A fridge that did not cool, up to the step before the work is finished. */
async function anOrderInService(app: TestApp): Promise<FinishedOrder & { visitId: Id }> {
  const { orders } = app.modules;
  const who = { customerId: newId(), engineerId: newId(), outletId: newId(), territoryId: newId() };
  return app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    const { id } = await orders.openWorkOrder(tx, {
      ...FRIDGE,
      ...who,
      householdId: newId(),
      ownerId: newId(),
    });
    const window = { start: tx.now, end: tx.now + 2 * HOUR };
    await orders.promiseWindow(tx, id, window);
    const { id: visitId } = await orders.assignVisit(tx, {
      workOrderIds: [id],
      engineerId: who.engineerId,
      outletId: who.outletId,
      planned: { start: tx.now, end: tx.now + HOUR },
      how: 'manual',
    });
    for (const step of [orders.acceptVisit, orders.departVisit, orders.arriveVisit, orders.beginVisit]) {
      await step(tx, SYSTEM, visitId);
    }
    return { id, visitId, ...who };
  });
}

/** The work is done and everybody was told. */
export async function aFinishedOrder(app: TestApp): Promise<FinishedOrder> {
  const order = await anOrderInService(app);
  await app.advance(40 * MINUTE);
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.orders.finishVisit(tx, SYSTEM, order.visitId),
  );
  await app.settle();
  return order;
}

const SYSTEM = {
  sessionId: '',
  userId: newId(),
  role: 'admin',
  ownId: null,
  outletId: null,
  territoryIds: [],
  onlyWorkOrderId: null,
  scope: 'all',
  requestId: 'test',
  remoteAddress: '127.0.0.1',
} as const;

const FRIDGE: Pick<NewWorkOrder, 'requestId' | 'applianceId' | 'reworkOf' | 'work' | 'place'> = {
  requestId: null,
  applianceId: null,
  reworkOf: null,
  work: {
    workType: 'repair',
    category: 'fridge',
    productModelId: null,
    symptomCode: 'not_cooling',
    difficulty: 2,
    standardSeconds: 2700,
    limitSeconds: 3600,
    responseSeconds: 43_200,
    priority: 30,
    skills: [],
    cover: 'in_warranty',
    description: '冰箱不制冷',
  },
  place: { point: { lat: 36.07, lng: 120.38 }, districtCode: '370202', community: '海情小区' },
};
