import * as orders from '@firstfix/contract/orders/endpoints';
import * as api from '@firstfix/contract/requests/endpoints';
import { newId } from '@firstfix/kernel';
import type { DemoNetwork } from '@firstfix/network';
import { systemActor } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCaller, aRequest, freshPhone, seedDemo } from './a-home.ts';

/** A model of the shipped catalogue. */
const FRIDGE = 'BCD-215TM';

let app: TestApp;
let demo: DemoNetwork;
beforeAll(async () => {
  app = await startTestApp();
  demo = await seedDemo(app);
});
afterAll(() => app.close());

describe('registering a request', () => {
  it('triages itself, opens an order for each thing asked for and keeps no phone', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const body = aRequest({
      words: '冰箱不制冷，打我手机13912345678',
      items: [
        { workType: 'repair', category: 'fridge' },
        { workType: 'clean', category: 'ac' },
      ],
    });
    const request = await agent.call(api.registerRequest, { body });
    expect(request).toMatchObject({ state: 'triaged', hazard: false, suspectedDuplicateOf: [], dueAt: null });
    expect(request.number).toMatch(/^R\d{12}$/);
    expect(request.words).not.toContain('13912345678');
    const [repair, clean] = request.items;
    expect(repair?.triage).toMatchObject({
      symptomCode: 'not_cooling',
      priority: 70,
      responseSeconds: 43_200,
    });
    expect(clean?.triage).toMatchObject({ symptomCode: null, priority: 30 });

    const order = await agent.call(orders.getWorkOrder, { params: { id: repair?.workOrderId ?? '' } });
    expect(order).toMatchObject({ state: 'open', requestId: request.id, ownerId: request.ownerId });
    expect(order.work.description).toBe(request.words);
    const clocks = await app.rows('select kind from platform.sla_clock where subject_id = $1', [order.id]);
    expect(clocks).toEqual([{ kind: 'response' }]);
  });

  it('sees danger in the words: urgent, first of all', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const request = await agent.call(api.registerRequest, {
      body: aRequest({ items: [{ workType: 'repair', category: 'washer' }], words: '洗衣机漏电' }),
    });
    expect(request.hazard).toBe(true);
    expect(request.items[0]?.triage).toMatchObject({ priority: 95, responseSeconds: 7200 });
  });

  it('recognises the phone and home, and suspects a duplicate without refusing it', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const phone = freshPhone();
    const first = await agent.call(api.registerRequest, { body: aRequest({ caller: aCaller(phone) }) });
    const byPhone = await agent.call(api.registerRequest, { body: aRequest({ caller: { phone } }) });
    expect(byPhone).toMatchObject({ customerId: first.customerId, householdId: first.householdId });
    expect(byPhone.suspectedDuplicateOf).toEqual([first.id]);

    const other = await agent.call(api.registerRequest, {
      body: aRequest({ caller: aCaller(phone), items: [{ workType: 'repair', category: 'tv' }] }),
    });
    expect(other.householdId).toBe(first.householdId);
    expect(other.suspectedDuplicateOf).toEqual([]);

    await app.advance(31 * 86_400_000);
    const later = await agent.call(api.registerRequest, { body: aRequest({ caller: { phone } }) });
    expect(later.suspectedDuplicateOf).toEqual([]);
  });

  it('is the same request under the same external id, with new words while untriaged', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const body = aRequest({ source: 'jd', externalId: 'JD-1', triage: 'manual' });
    const first = await agent.call(api.registerRequest, { body });
    expect(first).toMatchObject({ state: 'registered', items: [{ workOrderId: null }] });
    const again = await agent.call(api.registerRequest, { body: { ...body, words: '冰箱漏电' } });
    expect(again).toMatchObject({ id: first.id, words: '冰箱漏电', hazard: true });
    expect(again.items[0]?.triage.priority).toBe(95);
    await agent.call(api.triageRequest, { params: { id: first.id }, body: {} });
    const late = await agent.call(api.registerRequest, { body: { ...body, words: '没事了' } });
    expect(late).toMatchObject({ id: first.id, words: '冰箱漏电', state: 'triaged' });
  });

  it('meets itself only once when two call at the same time', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const phone = freshPhone();
    const body = () => aRequest({ source: 'jd', externalId: 'JD-2', caller: aCaller(phone) });
    const both = await Promise.all([1, 2, 3].map(() => agent.call(api.registerRequest, { body: body() })));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  it('refuses what nobody serves, knows or received', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const address = {
      districtCode: '110101',
      community: '东华门',
      door: '1',
      point: { lat: 39.9, lng: 116.4 },
    };
    const refusals = [
      {
        change: { caller: { name: '李', phone: freshPhone(), address } },
        code: 'requests.outside_service_area',
      },
      { change: { caller: { phone: freshPhone() } }, code: 'invalid_input' },
      { change: { items: [{ workType: 'repair' }] }, code: 'invalid_input' },
      { change: { items: [{ workType: 'dance', category: 'tv' }] }, code: 'invalid_input' },
      { change: { items: [{ workType: 'repair', category: 'sofa' }] }, code: 'invalid_input' },
      { change: { items: [{ workType: 'repair', applianceId: newId() }] }, code: 'invalid_input' },
      { change: { photos: ['a'.repeat(64)] }, code: 'invalid_input' },
      { change: { externalId: 'x13912345678' }, code: 'invalid_input' },
    ];
    for (const { change, code } of refusals) {
      const attempt = agent.call(api.registerRequest, { body: aRequest(change) });
      await expect(attempt).rejects.toMatchObject({ status: 422, code });
    }
  });

  it('lets customers ask for themselves only, owned by the territory’s order owner', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const theirs = await agent.call(api.registerRequest, { body: aRequest() });
    const customer = await app.signIn({ role: 'customer', ownId: theirs.customerId });
    const own = await customer.call(api.registerRequest, {
      body: aRequest({ channel: 'web', caller: {}, items: [{ workType: 'repair', category: 'tv' }] }),
    });
    expect(own).toMatchObject({ customerId: theirs.customerId, state: 'triaged' });
    expect(demo.territories.map(({ orderOwnerId }) => orderOwnerId)).toContain(own.ownerId);
    const other = await agent.call(api.registerRequest, { body: aRequest() });
    const foreign = { customerId: other.customerId, householdId: other.householdId };
    await expect(
      customer.call(api.registerRequest, { body: aRequest({ channel: 'web', caller: foreign }) }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(customer.call(api.getRequest, { params: { id: other.id } })).rejects.toMatchObject({
      status: 404,
    });
    const listed = await customer.call(api.listRequests, {});
    expect(listed.items.map(({ id }) => id).sort()).toEqual([theirs.id, own.id].sort());
  });

  it('knows who pays for the appliance on file, and what it will probably cost', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const first = await agent.call(api.registerRequest, { body: aRequest() });
    const { customerId, householdId } = first;
    const model = await app.modules.catalogue.findModelByCode(FRIDGE);
    const register = (boughtOn: string) =>
      app.runtime.transactor.transact(systemActor('test'), (tx) =>
        app.modules.appliances.registerAppliance(tx, {
          modelId: model?.id ?? null,
          householdId,
          customerId,
          boughtOn,
          invoiceNumber: 'F-1',
        }),
      );
    const [old, young] = [await register('2010-05-01'), await register('2026-10-01')];
    const body = aRequest({
      caller: { customerId, householdId },
      items: [
        { workType: 'repair', applianceId: old },
        { workType: 'repair', applianceId: young },
      ],
    });
    const request = await agent.call(api.registerRequest, { body });
    const [paid, free] = request.items;
    expect(paid).toMatchObject({
      applianceId: old,
      category: 'fridge',
      triage: { cover: 'out_of_warranty' },
    });
    expect(paid?.triage.probablePriceFen).toBeGreaterThan(0);
    expect(free?.triage).toMatchObject({ cover: 'in_warranty', probablePriceFen: null });
    const stranger = aRequest({ items: [{ workType: 'repair', applianceId: old }] });
    await expect(agent.call(api.registerRequest, { body: stranger })).rejects.toMatchObject({ status: 422 });
  });

  it('lists by phone, words, state and channel, page by page', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const phone = freshPhone();
    const caller = aCaller(phone);
    const ids: string[] = [];
    for (const words of ['洗衣机脱水很响', '洗衣机不进水', '洗衣机门打不开']) {
      const items = [{ workType: 'repair', category: 'washer' }];
      const one = await agent.call(api.registerRequest, {
        body: aRequest({ channel: 'chat', caller, words, items }),
      });
      ids.push(one.id);
    }
    const first = await agent.call(api.listRequests, { query: { phone, limit: 2 } });
    expect(first.items).toHaveLength(2);
    const second = await agent.call(api.listRequests, {
      query: { phone, limit: 2, cursor: first.next ?? '' },
    });
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(ids.sort());
    const text = await agent.call(api.listRequests, {
      query: { text: '脱水', channel: 'chat', state: ['triaged'] },
    });
    expect(text.items.map(({ words }) => words)).toEqual(['洗衣机脱水很响']);
    expect((await agent.call(api.listRequests, { query: { phone: freshPhone() } })).items).toEqual([]);
    const tomorrow = { registeredFrom: '2030-01-01' };
    expect((await agent.call(api.listRequests, { query: { phone, ...tomorrow } })).items).toEqual([]);
  });
});
