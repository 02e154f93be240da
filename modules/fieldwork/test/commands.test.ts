import { createClient } from '@firstfix/contract/client';
import * as api from '@firstfix/contract/fieldwork/endpoints';
import { DAY, newId, toRfc3339 } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVisit, NEARBY, SAFE, send, startFieldApp } from './a-visit.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startFieldApp();
});
afterAll(() => app.close());

describe('a command id', () => {
  it('gives the same answer for ever and changes nothing', async () => {
    const { id, engineer } = await aVisit(app);
    const command = { params: { id }, body: { commandId: newId(), occurredAt: toRfc3339(app.now()) } };
    const first = await engineer.call(api.departVisit, command);
    await send(app, engineer, api.arriveVisit, id, { ...NEARBY, doorCodeOffline: true });
    await app.advance(30 * DAY);
    // the visit is on site by now: anew it would be refused
    expect(await engineer.call(api.departVisit, command)).toEqual(first);
    await expect(send(app, engineer, api.departVisit, id)).rejects.toMatchObject({ status: 409 });
  });

  it('is refused for anything else', async () => {
    const { id, engineer } = await aVisit(app);
    const other = await aVisit(app);
    const commandId = newId();
    await send(app, engineer, api.departVisit, id, { commandId });
    const reused = { status: 422, code: 'fieldwork.command_id_reused' };
    await expect(
      send(app, engineer, api.departVisit, id, { commandId, position: NEARBY.position }),
    ).rejects.toMatchObject(reused);
    await expect(send(app, engineer, api.beginVisit, id, { commandId })).rejects.toMatchObject(reused);
    await expect(send(app, other.engineer, api.departVisit, other.id, { commandId })).rejects.toMatchObject(
      reused,
    );
    await expect(send(app, other.engineer, api.departVisit, id, { commandId })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('takes effect once when it comes ten times at the same moment', async () => {
    const { id, engineer, workOrderId } = await aVisit(app);
    const depart = { params: { id }, body: { commandId: newId(), occurredAt: toRfc3339(app.now()) } };
    const departed = await Promise.all(
      Array.from({ length: 10 }, () => engineer.call(api.departVisit, depart)),
    );
    expect(new Set(departed.map((answer) => JSON.stringify(sorted(answer)))).size).toBe(1);
    await send(app, engineer, api.arriveVisit, id, { ...NEARBY, doorCodeOffline: true });

    const body = {
      commandId: newId(),
      occurredAt: toRfc3339(app.now()),
      items: [{ code: 'labour.repair.fridge.minor', quantity: 1 }],
    };
    const quoted = await Promise.all(
      Array.from({ length: 10 }, () => engineer.call(api.giveQuote, { params: { id }, body })),
    );
    expect(new Set(quoted.map(({ quoteVersion }) => quoteVersion))).toEqual(new Set([1]));
    const [counted] = await app.rows<{ quotes: number; journey: number; commands: number }>(
      `select (select count(*) from fieldwork.quote where work_order_id = $1)::int as quotes,
        (select count(*) from orders.journey where work_order_id = $1 and kind in ('quote_given', 'engineer_departed'))::int as journey,
        (select count(*) from fieldwork.command where visit_id = $2)::int as commands`,
      [workOrderId, id],
    );
    expect(counted).toEqual({ quotes: 1, journey: 2, commands: 3 });
  });

  it('used for two visits at the same moment belongs to one', async () => {
    const visits = [await aVisit(app), await aVisit(app)];
    const commandId = newId();
    const sent = await Promise.allSettled(
      visits.map(({ id, engineer }) => send(app, engineer, api.departVisit, id, { commandId })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(sent.find((one) => one.status === 'rejected')?.reason).toMatchObject({
      status: 422,
      code: 'fieldwork.command_id_reused',
    });
  });

  it('keeps positions for a month', async () => {
    const { id, engineer } = await aVisit(app);
    await send(app, engineer, api.departVisit, id, { position: NEARBY.position });
    const positions = () =>
      app.rows('select lat from fieldwork.command where visit_id = $1 and lat is not null', [id]);
    const [forget] = app.modules.fieldwork.parts.tasks;
    const run = () => app.runtime.transactor.transact(systemActor('test'), async (tx) => forget?.run(tx, {}));
    await app.advance(29 * DAY);
    await run();
    expect(await positions()).toHaveLength(1);
    await app.advance(2 * DAY);
    await run();
    expect(await positions()).toHaveLength(0);
  });
});

describe('rows', () => {
  it('are those of the visit’s people; others find nothing', async () => {
    const visit = await aVisit(app);
    const { id, territoryId, outletId } = visit;
    await send(app, visit.engineer, api.departVisit, id);
    const get = async (account: Parameters<TestApp['signIn']>[0]) =>
      (await app.signIn(account)).call(api.getFieldSheet, { params: { id } }).then(
        (sheet) => (sheet.flags === null ? 'without flags' : 'with flags'),
        (problem) => problem.status,
      );
    expect(await get({ role: 'engineer', ownId: visit.engineerId })).toBe('without flags');
    expect(await get({ role: 'customer', ownId: visit.customerId })).toBe('without flags');
    expect(await get({ role: 'agent' })).toBe('with flags');
    expect(await get({ role: 'dispatcher', territoryIds: [territoryId] })).toBe('with flags');
    expect(await get({ role: 'outlet_owner', outletId })).toBe('with flags');
    expect(await get({ role: 'engineer', ownId: newId() })).toBe(404);
    expect(await get({ role: 'customer', ownId: newId() })).toBe(404);
    expect(await get({ role: 'dispatcher', territoryIds: [newId()] })).toBe(404);
    expect(await get({ role: 'outlet_owner', outletId: newId() })).toBe(404);

    const stranger = await app.signIn({ role: 'engineer', ownId: newId() });
    await expect(
      send(app, stranger, api.recordReadings, id, { phase: 'before', measurements: SAFE }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(stranger.call(api.getDoorCode, { params: { id } })).rejects.toMatchObject({ status: 404 });
    await expect(send(app, visit.customer, api.departVisit, id)).rejects.toMatchObject({ status: 403 });
    await expect(send(app, visit.engineer, api.departVisit, newId())).rejects.toMatchObject({ status: 404 });
  });

  it('of a link are its one order’s', async () => {
    const visit = await aVisit(app, {}, 2);
    const [mine, other] = visit.workOrderIds;
    await send(app, visit.engineer, api.departVisit, visit.id);
    await send(app, visit.engineer, api.arriveVisit, visit.id, { ...NEARBY, doorCodeOffline: true });
    const items = [{ code: 'labour.repair.fridge.minor', quantity: 1 }];
    for (const workOrderId of [mine, other]) {
      await send(app, visit.engineer, api.giveQuote, visit.id, { workOrderId, items });
    }
    const token = await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.identity.openSession(tx, {
        userId: newId(),
        role: 'customer',
        ownId: visit.customerId,
        outletId: null,
        territoryIds: [],
        onlyWorkOrderId: mine ?? null,
      }),
    );
    const link = createClient(app.url, token);
    const sheet = await link.call(api.getFieldSheet, { params: { id: visit.id } });
    expect(sheet.jobs.map(({ workOrderId }) => workOrderId)).toEqual([mine]);
    await expect(
      send(app, link, api.approveQuote, visit.id, { quoteVersion: 1, workOrderId: other }),
    ).rejects.toMatchObject({ status: 404 });
    expect(await send(app, link, api.approveQuote, visit.id, { quoteVersion: 1 })).toMatchObject({
      workOrderId: mine,
      decidedBy: 'customer',
    });
  });
});

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
