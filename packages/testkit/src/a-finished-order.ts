import { HOUR, type Id, MINUTE, newId } from '@firstfix/kernel';
import { type Caller, systemActor } from '@firstfix/platform';
import { anOrder } from './an-order.ts';
import type { TestApp } from './test-app.ts';

/** An order with its visit and those around it. */
export interface OrderOnTheWay {
  readonly id: Id;
  readonly visitId: Id;
  readonly customerId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
}

/** Those around an order who are somebody already; the others are made up. */
type Around = Partial<Omit<OrderOnTheWay, 'id' | 'visitId'>>;

/** A fridge that does not cool, up to the step before the work is finished. */
export async function anOrderInService(app: TestApp, given: Around = {}): Promise<OrderOnTheWay> {
  const { orders } = app.modules;
  const who = {
    customerId: newId(),
    engineerId: newId(),
    outletId: newId(),
    territoryId: newId(),
    ...given,
  };
  return app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    const { id } = await orders.openWorkOrder(tx, {
      ...anOrder({ customerId: who.customerId, territoryId: who.territoryId }),
      id: newId(),
      requestId: null,
      applianceId: null,
      reworkOf: null,
      ownerId: newId(),
    });
    await orders.promiseWindow(tx, id, { start: tx.now, end: tx.now + 2 * HOUR });
    const { id: visitId } = await orders.assignVisit(tx, {
      workOrderIds: [id],
      engineerId: who.engineerId,
      outletId: who.outletId,
      planned: { start: tx.now, end: tx.now + HOUR },
      how: 'manual',
    });
    for (const step of [orders.acceptVisit, orders.departVisit, orders.arriveVisit, orders.beginVisit]) {
      await step(tx, ADMIN, visitId);
    }
    return { id, visitId, ...who };
  });
}

/** The work is done after 40 minutes, and everybody was told. */
export async function aFinishedOrder(app: TestApp, given: Around = {}): Promise<OrderOnTheWay> {
  const order = await anOrderInService(app, given);
  await app.advance(40 * MINUTE);
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.orders.finishVisit(tx, ADMIN, order.visitId),
  );
  await app.settle();
  return order;
}

const ADMIN: Caller = {
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
};
