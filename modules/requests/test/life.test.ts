import * as orders from '@firstfix/contract/orders/endpoints';
import * as api from '@firstfix/contract/requests/endpoints';
import { MINUTE, newId } from '@firstfix/kernel';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRequest, seedDemo } from './a-home.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await seedDemo(app);
});
afterAll(() => app.close());

async function orderOf(request: { items: { workOrderId: string | null }[] }) {
  const agent = await app.signIn({ role: 'agent' });
  return agent.call(orders.getWorkOrder, { params: { id: request.items[0]?.workOrderId ?? '' } });
}

describe('triage by an agent', () => {
  it('opens the orders with the corrections, once', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest({ triage: 'manual' }) });
    expect(request).toMatchObject({ state: 'registered', triagedAt: null });
    const corrections = [{ position: 0, category: 'tv', symptomCode: null, difficulty: 4, priority: 55 }];
    await expect(
      agent.call(api.triageRequest, {
        params: { id: request.id },
        body: { corrections: [{ position: 3, difficulty: 1 }] },
      }),
    ).rejects.toMatchObject({ status: 422 });
    const params = { id: request.id };
    const triaged = await agent.call(api.triageRequest, { params, body: { corrections }, ifMatch: 1 });
    expect(triaged).toMatchObject({ state: 'triaged', dueAt: null });
    const order = await orderOf(triaged);
    expect(order.work).toMatchObject({ category: 'tv', symptomCode: null, difficulty: 4, priority: 55 });
    await expect(agent.call(api.triageRequest, { params, body: {} })).rejects.toMatchObject({
      status: 409,
      code: 'requests.illegal_action',
    });
  });

  it('is an omission when nobody looks in time', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest({ triage: 'manual' }) });
    const omitted = async () =>
      (await agent.call(api.listOmissions, {})).items.filter(({ requestId }) => requestId === request.id);
    expect(await omitted()).toEqual([]);
    await app.advance(31 * MINUTE);
    expect(await omitted()).toMatchObject([{ missing: 'triage' }]);
    await agent.call(api.triageRequest, { params: { id: request.id }, body: {} });
    expect(await omitted()).toEqual([]);
  });
});

describe('a remote solution', () => {
  it('ends the request when the call-back finds it solved', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest() });
    const params = { id: request.id };
    const body = { advice: '先断电十分钟再开机，不行打 13912345678' };
    const advised = await agent.call(api.solveRequestRemotely, { params, body });
    expect(advised).toMatchObject({ state: 'awaiting_call_back' });
    expect(advised.advice).not.toContain('13912345678');
    expect(await orderOf(request)).toMatchObject({
      state: 'solved_remotely',
      closedAt: null,
      nextStep: { action: 'call_back', by: 'agent' },
    });
    const list = await agent.call(api.listCallBacks, {});
    expect(list.items).toContainEqual(expect.objectContaining({ requestId: request.id, overdue: false }));
    const closed = await agent.call(api.callBack, { params, body: { solved: true } });
    expect(closed).toMatchObject({ state: 'closed', dueAt: null });
    expect(await orderOf(request)).toMatchObject({
      state: 'solved_remotely',
      closedAt: expect.any(String),
      nextStep: { action: 'none', by: 'nobody' },
    });
    const running = await app.rows(
      'select from platform.sla_clock where subject_id = $1 and stopped_at is null',
      [request.id],
    );
    expect(running).toEqual([]);
  });

  it('stays on the list when nobody calls back, and takes the order up again when it did not help', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest() });
    const params = { id: request.id };
    await agent.call(api.solveRequestRemotely, { params, body: { advice: '除霜' } });
    await app.advance(31 * MINUTE);
    const list = await agent.call(api.listCallBacks, {});
    expect(list.items).toContainEqual(expect.objectContaining({ requestId: request.id, overdue: true }));
    const clock = await app.rows(
      'select kind from platform.sla_clock where subject_id = $1 and breached_at is not null',
      [request.id],
    );
    expect(clock).toEqual([{ kind: 'callback' }]);
    const again = await agent.call(api.callBack, { params, body: { solved: false } });
    expect(again).toMatchObject({ state: 'triaged', dueAt: null });
    expect((await orderOf(request)).state).toBe('open');
    await expect(agent.call(api.callBack, { params, body: { solved: true } })).rejects.toMatchObject({
      status: 409,
    });
  });

  it('without an order yet opens one when it did not help', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest({ triage: 'manual' }) });
    const params = { id: request.id };
    await agent.call(api.solveRequestRemotely, { params, body: { advice: '调高温度' } });
    const again = await agent.call(api.callBack, { params, body: { solved: false } });
    expect(again.state).toBe('triaged');
    expect(await orderOf(again)).toMatchObject({ state: 'open', requestId: request.id });
  });
});

describe('the order owner', () => {
  it('changes with all orders, once the other has accepted', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest() });
    const params = { id: request.id };
    const other = await app.signIn({ role: 'agent' });
    const foreign = await other.call(api.registerRequest, { body: aRequest() });
    const otherId = foreign.ownerId;
    await expect(
      other.call(api.handOverRequest, { params, body: { toUserId: otherId } }),
    ).rejects.toMatchObject({ status: 409, code: 'requests.not_the_owner' });
    await expect(other.call(api.acceptHandOver, { params })).rejects.toMatchObject({
      code: 'requests.no_hand_over',
    });
    const offered = await agent.call(api.handOverRequest, { params, body: { toUserId: otherId } });
    expect(offered).toMatchObject({ ownerId: request.ownerId, offeredOwnerId: otherId });
    const accepted = await other.call(api.acceptHandOver, { params });
    expect(accepted).toMatchObject({ ownerId: otherId, offeredOwnerId: null });
    expect((await orderOf(request)).ownerId).toBe(otherId);
    const { items } = await agent.call(orders.listJourney, {
      params: { id: request.items[0]?.workOrderId ?? '' },
    });
    expect(items.at(-1)).toMatchObject({ kind: 'owner_changed', facts: { ownerId: otherId } });
  });
});

describe('cancelling', () => {
  it('ends the orders with the request', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest() });
    const params = { id: request.id };
    const customer = await app.signIn({ role: 'customer', ownId: request.customerId });
    const body = { reason: 'solved_itself' as const };
    const stranger = await app.signIn({ role: 'customer', ownId: newId() });
    await expect(stranger.call(api.cancelRequest, { params, body })).rejects.toMatchObject({ status: 404 });
    const cancelled = await customer.call(api.cancelRequest, { params, body });
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'solved_itself' });
    expect((await orderOf(request)).state).toBe('cancelled');
    await expect(agent.call(api.cancelRequest, { params, body })).rejects.toMatchObject({ status: 409 });
  });
});

describe('scopes', () => {
  it('show dispatchers their territories and outlets what they filed', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, { body: aRequest() });
    const here = await app.signIn({ role: 'dispatcher', territoryIds: [request.territoryId] });
    expect((await here.call(api.getRequest, { params: { id: request.id } })).id).toBe(request.id);
    const elsewhere = await app.signIn({ role: 'dispatcher', territoryIds: [newId()] });
    await expect(elsewhere.call(api.getRequest, { params: { id: request.id } })).rejects.toMatchObject({
      status: 404,
    });
    expect((await elsewhere.call(api.listRequests, {})).items).toEqual([]);
    await expect(elsewhere.call(api.registerRequest, { body: aRequest() })).rejects.toMatchObject({
      status: 404,
    });
    const outlet = await app.signIn({ role: 'outlet_owner', outletId: newId() });
    const filed = await outlet.call(api.registerRequest, { body: aRequest({ channel: 'shop' }) });
    expect((await outlet.call(api.listRequests, {})).items.map(({ id }) => id)).toEqual([filed.id]);
  });
});

it('leaves nothing for the doctor to find', async () => {
  for (const { name, find } of app.modules.requests.parts.checks) {
    expect(typeof find === 'string' ? await app.rows(find) : [], name).toEqual([]);
  }
});
