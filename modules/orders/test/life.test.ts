import * as api from '@firstfix/contract/orders/endpoints';
import { HOUR, newId, toRfc3339 } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('a work order', () => {
  it('lives from opening to closure and tells its journey', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const engineerId = newId();
    const outletId = newId();
    const engineer = await app.signIn({ role: 'engineer', ownId: engineerId, outletId });
    const opened = await agent.call(api.openWorkOrder, { body: anOrder() });
    expect(opened).toMatchObject({ state: 'open', nextStep: { action: 'promise_window' }, version: 1 });

    const { orders } = app.modules;
    const arrivalWindow = { start: app.now() + HOUR, end: app.now() + 3 * HOUR };
    const system = systemActor('test');
    await app.runtime.transactor.transact(system, (tx) => orders.promiseWindow(tx, opened.id, arrivalWindow));
    const visit = await app.runtime.transactor.transact(system, (tx) =>
      orders.assignVisit(tx, {
        workOrderIds: [opened.id],
        engineerId,
        outletId,
        planned: { start: arrivalWindow.start, end: arrivalWindow.start + HOUR },
        how: 'manual',
      }),
    );
    const accepted = await engineer.call(api.acceptVisit, { params: { id: visit.id } });
    expect(accepted.state).toBe('accepted');
    await app.settle();

    const journey = await agent.call(api.listJourney, { params: { id: opened.id } });
    expect(journey.items.map(({ kind }) => kind)).toEqual([
      'opened',
      'window_promised',
      'assigned',
      'visit_accepted',
    ]);
    const listed = await agent.call(api.listWorkOrders, { query: { text: '不制冷' } });
    expect(listed.items.map(({ id }) => id)).toContain(opened.id);
    await expect(
      agent.call(api.rescheduleVisit, {
        params: { id: opened.id },
        body: {
          arrivalWindow: { start: toRfc3339(app.now() + 5 * HOUR), end: toRfc3339(app.now() + 7 * HOUR) },
          reason: 'busy',
        },
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ status: 412, code: 'wrong_version' });
  });
});
