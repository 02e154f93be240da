import * as api from '@firstfix/contract/orders/endpoints';
import { HOUR, type Id, newId } from '@firstfix/kernel';
import { type Caller, systemActor, type Tx } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

let app: TestApp;
const engineerId = newId();
const asEngineer: Caller = {
  sessionId: newId(),
  userId: newId(),
  role: 'engineer',
  scope: 'own',
  ownId: engineerId,
  outletId: null,
  territoryIds: [],
  onlyWorkOrderId: null,
  requestId: 'test',
  remoteAddress: '127.0.0.1',
};

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.runtime.transactor.transact(systemActor('test'), work);
}

let id: Id;
let visitId: Id;
beforeEach(async () => {
  id = (await (await app.signIn({ role: 'agent' })).call(api.openWorkOrder, { body: anOrder() })).id;
  const planned = { start: app.now() + HOUR, end: app.now() + 2 * HOUR };
  visitId = await transact(async (tx) => {
    await app.modules.orders.promiseWindow(tx, id, planned);
    const visit = { workOrderIds: [id] as const, engineerId, outletId: newId(), planned, how: 'manual' };
    return (await app.modules.orders.assignVisit(tx, visit)).id;
  });
});

function waiting() {
  return app.rows(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
}

describe('a visit that is locked', () => {
  it('waits for whoever changes one of its orders, and is found as they left it', async () => {
    const { orders } = app.modules;
    const began = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const rescheduled = transact(async (tx) => {
      await orders.lockWorkOrder(tx, id);
      began.resolve();
      await mayEnd.promise;
      const arrivalWindow = { start: app.now() + 30 * HOUR, end: app.now() + 32 * HOUR };
      await orders.rescheduleVisit(tx, asEngineer, id, { arrivalWindow, reason: 'customer' });
    });
    await began.promise;
    const locked = transact((tx) => orders.lockVisit(tx, visitId));
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1));
    mayEnd.resolve();
    await rescheduled;
    expect(await locked).toMatchObject({ visit: { state: 'cancelled' }, orders: [] });
  });

  it('is asked for once in a transaction, and its orders are known as they were saved', async () => {
    const { orders } = app.modules;
    const seen = await transact(async (tx) => {
      const before = await orders.lockVisit(tx, visitId);
      expect(await orders.lockVisit(tx, visitId)).toEqual(before);
      await orders.acceptVisit(tx, asEngineer, visitId);
      await orders.addJourneyEntry(tx, id, { kind: 'noted' });
      return {
        before,
        after: await orders.lockVisit(tx, visitId),
        order: await orders.lockWorkOrder(tx, id),
      };
    });
    expect(seen.after.visit.version).toBe(seen.before.visit.version + 1);
    expect(seen.after.orders).toEqual([seen.order]);
    expect(await orders.findWorkOrder(id)).toEqual(seen.order);
    const [head] = await app.rows<{ whole: boolean }>(
      `select o.journey_seq = 5 and j.hash = o.journey_hash as whole from orders.work_order o
       join orders.journey j on j.work_order_id = o.id and j.seq = o.journey_seq where o.id = $1`,
      [id],
    );
    expect(head).toEqual({ whole: true });
  });
});

it('no index stands on what an order changes at every step', async () => {
  const indexes = await app.rows<{ text: string }>(
    `select pg_get_indexdef(indexrelid) as text from pg_index where indrelid = 'orders.work_order'::regclass`,
  );
  expect(indexes.length).toBeGreaterThan(0);
  for (const { text } of indexes)
    expect(text).not.toMatch(/\b(state|version|next_action|next_by|journey_\w+)\b/);
});
