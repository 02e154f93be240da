import * as api from '@firstfix/contract/customers/endpoints';
import * as orderApi from '@firstfix/contract/orders/endpoints';
import { HOUR, newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomer } from './a-customer.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const agent = () => app.signIn({ role: 'agent' });

async function register(changes: Parameters<typeof aCustomer>[0] = {}) {
  const body = aCustomer(changes);
  const ids = await (await agent()).call(api.registerCustomer, { body });
  return { ...ids, ...body, customer: await app.signIn({ role: 'customer', ownId: ids.customerId }) };
}

/** An order of that customer, assigned to the engineer; accepted if asked. */
async function giveWork(
  who: { customerId: string; householdId: string },
  engineerId: string,
  accept: boolean,
) {
  const { orders } = app.modules;
  const territoryId = newId();
  const opened = await (await agent()).call(orderApi.openWorkOrder, {
    body: {
      customerId: who.customerId,
      householdId: who.householdId,
      territoryId,
      work: {
        workType: 'repair',
        category: 'fridge',
        productModelId: null,
        symptomCode: null,
        difficulty: 2,
        standardSeconds: 2700,
        limitSeconds: 3600,
        responseSeconds: 43_200,
        priority: 30,
        skills: [],
        cover: 'in_warranty',
        description: '不制冷',
      },
      place: { point: { lat: 36.07, lng: 120.38 }, districtCode: '370202', community: '海情小区' },
    },
  });
  const outletId = newId();
  const window = { start: app.now() + HOUR, end: app.now() + 3 * HOUR };
  const visit = await app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    await orders.promiseWindow(tx, opened.id, window);
    return orders.assignVisit(tx, {
      workOrderIds: [opened.id],
      engineerId,
      outletId,
      planned: window,
      how: 'manual',
    });
  });
  const engineer = await app.signIn({ role: 'engineer', ownId: engineerId, outletId });
  if (accept) await engineer.call(orderApi.acceptVisit, { params: { id: visit.id } });
  return { workOrderId: opened.id, territoryId, outletId, engineer };
}

describe('registering', () => {
  it('answers with ids and shows a masked customer with the home', async () => {
    const { customerId, householdId, phone } = await register({ name: '张伟' });
    const seen = await (await agent()).call(api.getCustomer, { params: { id: customerId } });
    expect(seen).toMatchObject({
      name: '张*',
      phone: `139****${phone.slice(-4)}`,
      erasedAt: null,
      consents: [{ purpose: 'service', basis: 'contract', granted: true }],
    });
    expect(seen.households).toMatchObject([
      {
        id: householdId,
        door: null,
        place: { districtCode: '370202', community: '海情小区' },
        members: [{ customerId, name: '张*' }],
      },
    ]);
  });

  it('refuses a phone somebody has, in any writing, and names who', async () => {
    const { phone, customerId } = await register();
    await expect(
      (await agent()).call(api.registerCustomer, {
        body: aCustomer({ phone: `+86 ${phone.slice(0, 3)}-${phone.slice(3)}` }),
      }),
    ).rejects.toMatchObject({ status: 409, code: api.PHONE_TAKEN, problem: { customerId } });
  });

  it('gives one of two at the same time the phone', async () => {
    const { phone } = aCustomer();
    const caller = await agent();
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => caller.call(api.registerCustomer, { body: aCustomer({ phone }) })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))).toEqual([
      api.PHONE_TAKEN,
      api.PHONE_TAKEN,
    ]);
  });

  it('refuses ids that are taken', async () => {
    const { customerId, householdId } = await register();
    for (const taken of [{ customerId }, { householdId }]) {
      await expect(
        (await agent()).call(api.registerCustomer, { body: aCustomer(taken) }),
      ).rejects.toMatchObject({
        status: 409,
        code: api.ID_TAKEN,
      });
    }
  });

  it.each([
    [{ phone: '1380013' }, '/phone', 'not_a_phone'],
    [{ address: { text: '香港中路10号', point: { lat: 36, lng: 120 } } }, '/address/text', 'no_division'],
    [{ address: { text: '朝阳区建国路1号', point: { lat: 36, lng: 120 } } }, '/address/text', 'ambiguous'],
    [{ address: { text: '青岛市市南区', point: { lat: 36, lng: 120 } } }, '/address/community', 'required'],
    [{ address: { point: { lat: 36, lng: 120 } } }, '/address/districtCode', 'required'],
  ])('refuses %j with the field', async (changes, pointer, code) => {
    await expect(
      (await agent()).call(api.registerCustomer, { body: aCustomer(changes) }),
    ).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ pointer, code }] },
    });
  });
});

describe('finding', () => {
  it('works by phone, last four digits and part of the name, and pages', async () => {
    const { customerId, phone } = await register({ name: '欧阳娜娜' });
    const other = await register({ name: '娜欧阳' });
    const caller = await agent();
    const find = async (body: Parameters<typeof caller.call<typeof api.findCustomers>>[1]) =>
      (await caller.call(api.findCustomers, body)).items.map(({ id }) => id);
    expect(await find({ body: { phone: `+86${phone}` } })).toEqual([customerId]);
    expect(await find({ body: { lastFour: phone.slice(-4) } })).toContain(customerId);
    expect(await find({ body: { name: '阳娜' } })).toEqual([customerId]);
    expect(await find({ body: { name: '欧阳' } })).toEqual([customerId, other.customerId]);
    expect(await find({ body: { name: '欧阳', lastFour: phone.slice(-4) } })).toEqual([customerId]);
    expect(await find({ body: { phone: '13100000000' } })).toEqual([]);

    const first = await caller.call(api.findCustomers, { body: { name: '欧阳', limit: 1 } });
    expect(first.items).toMatchObject([
      { id: customerId, name: '欧*', phone: `139****${phone.slice(-4)}`, communities: ['海情小区'] },
    ]);
    const second = await caller.call(api.findCustomers, {
      body: { name: '欧阳', limit: 1, cursor: first.next ?? '' },
    });
    expect(second.items.map(({ id }) => id)).toEqual([other.customerId]);
    await expect(caller.call(api.findCustomers, { body: {} })).rejects.toMatchObject({ status: 422 });
  });

  it('gives the modules above households, masked names and the person of a phone', async () => {
    const { customers } = app.modules;
    const { customerId, householdId, phone } = await register();
    const place = { districtCode: '370202', community: '海情小区', point: { lat: 36.06712, lng: 120.38456 } };
    expect(await customers.findByPhone(phone)).toMatchObject({
      customerId,
      households: [{ id: householdId, place, customerIds: [customerId] }],
    });
    expect(await customers.findByPhone('no phone')).toBeUndefined();
    expect(await customers.getHousehold(householdId)).toMatchObject({ id: householdId, place });
    await expect(customers.getHousehold(newId())).rejects.toMatchObject({ status: 404 });
    expect(await customers.maskedNames([customerId, newId()])).toEqual(new Map([[customerId, '李*']]));
    expect(await customers.findPersonByPhone(phone)).toMatchObject({ userId: customerId, ownId: customerId });
  });
});

describe('contacts in clear', () => {
  it('are for agents with a purpose, audited with it', async () => {
    const { customerId, phone } = await register();
    const contact = await (await agent()).call(api.revealContact, {
      params: { id: customerId },
      body: { purpose: 'complaint' },
    });
    expect(contact).toMatchObject({
      name: '李晓梅',
      phone,
      households: [{ community: '海情小区', door: '3号楼2单元501' }],
    });
    const audit = await app.rows<{ after: unknown }>(
      `select after from platform.audit where action = 'revealContact' and subject_id = $1`,
      [customerId],
    );
    expect(audit).toEqual([{ after: { purpose: 'complaint', fields: ['name', 'phone', 'door'] } }]);
  });

  it('are for the engineer only during a visit', async () => {
    const who = await register();
    const ask = { params: { id: who.customerId }, body: { purpose: 'visit' as const } };
    const planned = await giveWork(who, newId(), false);
    await expect(planned.engineer.call(api.revealContact, ask)).rejects.toMatchObject({ status: 404 });
    const accepted = await giveWork(who, newId(), true);
    expect(await accepted.engineer.call(api.revealContact, ask)).toMatchObject({ phone: who.phone });
    const stranger = await app.signIn({ role: 'engineer', ownId: newId() });
    await expect(stranger.call(api.revealContact, ask)).rejects.toMatchObject({ status: 404 });
    const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [accepted.territoryId] });
    await expect(dispatcher.call(api.revealContact, ask)).rejects.toMatchObject({ status: 403 });
    expect(await dispatcher.call(api.getCustomer, { params: { id: who.customerId } })).toMatchObject({
      name: '李*',
    });
    const elsewhere = await app.signIn({ role: 'dispatcher', territoryIds: [newId()] });
    await expect(elsewhere.call(api.getCustomer, { params: { id: who.customerId } })).rejects.toMatchObject({
      status: 404,
    });
    const outlet = await app.signIn({ role: 'outlet_owner', outletId: accepted.outletId });
    expect(await outlet.call(api.getHousehold, { params: { id: who.householdId } })).toMatchObject({
      door: null,
    });
  });
});

describe('households', () => {
  it('show the door to those who live there only', async () => {
    const { customer, householdId } = await register();
    expect(await customer.call(api.getHousehold, { params: { id: householdId } })).toMatchObject({
      door: '3号楼2单元501',
    });
    const neighbour = await register();
    await expect(
      neighbour.customer.call(api.getHousehold, { params: { id: householdId } }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(neighbour.customer.call(api.getCustomer, { params: { id: newId() } })).rejects.toMatchObject(
      { status: 404 },
    );
  });

  it('are added by their customer and joined by another', async () => {
    const owner = await register();
    const guest = await register({ name: '王五' });
    const added = await owner.customer.call(api.addHousehold, {
      params: { id: owner.customerId },
      body: {
        address: {
          districtCode: '370203',
          community: '南京路',
          door: '2号',
          point: { lat: 36.1, lng: 120.4 },
        },
      },
    });
    const own = await owner.customer.call(api.getCustomer, { params: { id: owner.customerId } });
    expect(own.households.map(({ id }) => id)).toEqual([owner.householdId, added.householdId]);
    await (await agent()).call(api.joinHousehold, {
      params: { id: added.householdId },
      body: { customerId: guest.customerId },
    });
    const seen = await guest.customer.call(api.getHousehold, { params: { id: added.householdId } });
    expect(seen.members.map(({ name }) => name).sort()).toEqual(['李*', '王*']);
  });

  it('change their address once per version', async () => {
    const { customer, householdId } = await register();
    const body = { address: { text: '山东省青岛市崂山区秦岭路18号', point: { lat: 36.1, lng: 120.47 } } };
    const changed = await customer.call(api.changeAddress, { params: { id: householdId }, body, ifMatch: 1 });
    expect(changed).toEqual({ householdId, version: 2 });
    expect(await customer.call(api.getHousehold, { params: { id: householdId } })).toMatchObject({
      place: { districtCode: '370212', community: '秦岭路' },
      door: '18号',
    });
    await expect(
      customer.call(api.changeAddress, { params: { id: householdId }, body, ifMatch: 1 }),
    ).rejects.toMatchObject({ status: 412 });
  });
});

it('consent: the last word counts, every word stays', async () => {
  const { customer, customerId } = await register();
  const set = (granted: boolean) =>
    customer.call(api.setConsent, {
      params: { id: customerId, purpose: 'marketing' },
      body: { granted, version: '2026-1' },
    });
  expect(await set(true)).toMatchObject({ purpose: 'marketing', basis: 'consent', granted: true });
  expect(await app.modules.customers.hasConsent(customerId, 'marketing')).toBe(true);
  await set(false);
  expect(await app.modules.customers.hasConsent(customerId, 'marketing')).toBe(false);
  expect(await app.modules.customers.hasConsent(customerId, 'recording')).toBe(false);
  const mine = await customer.call(api.exportMyData, { params: { id: customerId } });
  expect(mine.consents.map(({ purpose, granted }) => [purpose, granted])).toEqual([
    ['service', true],
    ['marketing', true],
    ['marketing', false],
  ]);
});

it('my data comes in clear, to me alone', async () => {
  const { customer, customerId, phone } = await register();
  expect(await customer.call(api.exportMyData, { params: { id: customerId } })).toMatchObject({
    name: '李晓梅',
    phone,
    households: [{ door: '3号楼2单元501' }],
  });
  await expect(
    (await register()).customer.call(api.exportMyData, { params: { id: customerId } }),
  ).rejects.toMatchObject({ status: 404 });
  await expect((await agent()).call(api.exportMyData, { params: { id: customerId } })).rejects.toMatchObject({
    status: 403,
  });
});

describe('erasing', () => {
  it('wipes all but the ids, and frees the phone', async () => {
    const { customer, customerId, householdId, phone } = await register();
    const gone = await customer.call(api.eraseCustomer, { params: { id: customerId } });
    expect(await customer.call(api.eraseCustomer, { params: { id: customerId } })).toEqual(gone);
    const caller = await agent();
    expect(await caller.call(api.getCustomer, { params: { id: customerId } })).toMatchObject({
      name: '*',
      phone: null,
      erasedAt: gone.erasedAt,
    });
    await expect(
      caller.call(api.revealContact, { params: { id: customerId }, body: { purpose: 'visit' } }),
    ).rejects.toMatchObject({ code: api.ERASED });
    expect((await caller.call(api.findCustomers, { body: { phone } })).items).toEqual([]);
    expect(
      await app.rows('select door_sealed, lat, lng from customers.household where id = $1', [householdId]),
    ).toEqual([{ door_sealed: null, lat: 36.07, lng: 120.38 }]);
    expect(await register({ phone })).not.toMatchObject({ customerId });
  });

  it('keeps the door of those who stay', async () => {
    const owner = await register();
    const guest = await register();
    await (await agent()).call(api.joinHousehold, {
      params: { id: owner.householdId },
      body: { customerId: guest.customerId },
    });
    await owner.customer.call(api.eraseCustomer, { params: { id: owner.customerId } });
    expect(await guest.customer.call(api.getHousehold, { params: { id: owner.householdId } })).toMatchObject({
      door: '3号楼2单元501',
    });
  });

  it('is refused while an order is open', async () => {
    const who = await register();
    const { workOrderId } = await giveWork(who, newId(), false);
    const erase = () => who.customer.call(api.eraseCustomer, { params: { id: who.customerId } });
    await expect(erase()).rejects.toMatchObject({ status: 409, code: api.OPEN_ORDERS });
    await app.rows(`update orders.work_order set state = 'closed' where id = $1`, [workOrderId]);
    expect(await erase()).toMatchObject({ customerId: who.customerId });
  });
});

it('more ask at once than there are connections, and all are answered', async () => {
  const people = await Promise.all(Array.from({ length: 24 }, () => register()));
  const engineer = await app.signIn({ role: 'engineer', ownId: newId() });
  const asked = people.flatMap(({ customer, customerId }) => [
    engineer.call(api.revealContact, { params: { id: customerId }, body: { purpose: 'visit' } }),
    customer.call(api.eraseCustomer, { params: { id: customerId } }),
  ]);
  const answers = await Promise.allSettled(asked);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(24);
});

it('an address is read for whoever types it', async () => {
  const caller = await agent();
  const parse = (text: string) => caller.call(api.parseAddress, { body: { text } });
  expect(await parse('青岛市南区香港中路10号')).toMatchObject({
    candidates: [{ districtCode: '370202', door: '10号' }],
    reason: null,
  });
  expect((await parse('鼓楼区中山路5号')).candidates).toHaveLength(4);
  expect(await parse('月球')).toEqual({ candidates: [], reason: 'no_division' });
});

it('the doctor finds nothing wrong', async () => {
  for (const { name, find } of app.modules.customers.parts.checks) {
    if (typeof find !== 'string') throw new Error('expected SQL');
    expect(await app.rows(find), name).toEqual([]);
  }
});
