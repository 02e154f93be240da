import { createClient } from '@firstfix/contract/client';
import * as customersApi from '@firstfix/contract/customers/endpoints';
import * as api from '@firstfix/contract/identity/endpoints';
import { listNotices } from '@firstfix/contract/notices/endpoints';
import * as ordersApi from '@firstfix/contract/orders/endpoints';
import { newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => app.rows('delete from platform.rate_limit'));

const NEWCOMER = {
  name: '钱新',
  address: {
    districtCode: '370202',
    community: '新人小区',
    door: '2单元501',
    point: { lat: 36, lng: 120 },
  },
};

let next = 0;
async function register() {
  next += 1;
  const phone = `1370000${String(next).padStart(4, '0')}`;
  const { customerId } = await (await app.signIn({ role: 'agent' })).call(customersApi.registerCustomer, {
    body: {
      name: '赵敏',
      phone,
      address: { districtCode: '370202', community: '海情小区', door: '1', point: { lat: 36, lng: 120 } },
    },
  });
  return { phone, customerId };
}

/** The code in the last message, as the phone shows it. */
async function lastCode(): Promise<string> {
  await app.settle();
  const { items } = await (await app.signIn({ role: 'admin' })).call(listNotices, {
    query: { template: 'sign_in_code', limit: 1 },
  });
  return /\d{6}/.exec(items[0]?.text ?? '')?.[0] ?? '';
}

describe('signing in by phone', () => {
  it('takes the code once', async () => {
    const { phone, customerId } = await register();
    const guest = await app.signIn();
    expect(await guest.call(api.requestCode, { body: { phone, role: 'customer' } })).toEqual({
      sentTo: `137****${phone.slice(-4)}`,
      seconds: 300,
    });
    const body = { phone, role: 'customer' as const, code: await lastCode() };
    expect(await guest.call(api.signInWithCode, { body })).toMatchObject({
      session: { userId: customerId, ownId: customerId, role: 'customer', onlyWorkOrderId: null },
    });
    await expect(guest.call(api.signInWithCode, { body })).rejects.toMatchObject({
      status: 401,
      code: api.WRONG_CODE,
    });
  });

  it('refuses the right code after five wrong ones, after five minutes, and for the other role', async () => {
    const guest = await app.signIn();
    const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const ask = async () => {
      const { phone } = await register();
      await guest.call(api.requestCode, { body: { phone, role: 'customer' } });
      return { phone, role: 'customer' as const, code: await lastCode() };
    };
    const refused = { status: 401, code: api.WRONG_CODE };

    const tried = await ask();
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(
        guest.call(api.signInWithCode, { body: { ...tried, code: wrong(tried.code) } }),
      ).rejects.toMatchObject(refused);
    }
    await expect(guest.call(api.signInWithCode, { body: tried })).rejects.toMatchObject(refused);

    const old = await ask();
    await app.rows(`update identity.sign_in_code set expires_at = clock_timestamp() where used_at is null`);
    await expect(guest.call(api.signInWithCode, { body: old })).rejects.toMatchObject(refused);

    const other = await ask();
    await expect(
      guest.call(api.signInWithCode, { body: { ...other, role: 'engineer' } }),
    ).rejects.toMatchObject(refused);
    expect(await guest.call(api.signInWithCode, { body: other })).toMatchObject({
      session: { role: 'customer' },
    });
  });

  it('answers alike for phones no engineer has, and sends nothing', async () => {
    const guest = await app.signIn();
    const phone = '13099998888';
    expect(await guest.call(api.requestCode, { body: { phone, role: 'engineer' } })).toEqual({
      sentTo: '130****8888',
      seconds: 300,
    });
    await app.settle();
    expect(await app.rows(`select from notices.message where phone_masked = '130****8888'`)).toEqual([]);
    await expect(guest.call(api.requestCode, { body: { phone, role: 'engineer' } })).rejects.toMatchObject({
      status: 429,
      code: 'rate_limited',
    });
    await expect(
      guest.call(api.signInWithCode, { body: { phone, role: 'engineer', code: '123456' } }),
    ).rejects.toMatchObject({ code: api.WRONG_CODE });
  });

  it('makes a customer of whoever has the code and says name and address', async () => {
    const guest = await app.signIn();
    const phone = '13055556666';
    await guest.call(api.requestCode, { body: { phone, role: 'customer' } });
    const body = { phone, role: 'customer' as const, code: await lastCode() };
    const unknown = { status: 409, code: api.NOT_REGISTERED };
    await expect(guest.call(api.signInWithCode, { body })).rejects.toMatchObject(unknown);
    await expect(
      guest.call(api.signInWithCode, {
        body: { ...body, code: '123450' === body.code ? '123451' : '123450', newcomer: NEWCOMER },
      }),
    ).rejects.toMatchObject({ code: api.WRONG_CODE });

    const { token, session } = await guest.call(api.signInWithCode, {
      body: { ...body, newcomer: NEWCOMER },
    });
    const me = await createClient(app.url, token).call(customersApi.exportMyData, {
      params: { id: String(session.ownId) },
    });
    expect(me).toMatchObject({
      name: '钱新',
      phone,
      households: [{ community: '新人小区', door: '2单元501' }],
    });
    // used up
    await expect(guest.call(api.signInWithCode, { body })).rejects.toMatchObject({ code: api.WRONG_CODE });
  });

  it('makes nobody an engineer', async () => {
    const guest = await app.signIn();
    const body = { phone: '13055557777', role: 'engineer' as const, code: '123456', newcomer: NEWCOMER };
    await app.rows('delete from identity.sign_in_code');
    await guest.call(api.requestCode, { body: { phone: body.phone, role: 'engineer' } });
    // whatever the code is: the phone is made to know it
    const hash = app.modules.customers.keyedHash('identity.code', `engineer:${body.phone}:${body.code}`);
    await app.rows('update identity.sign_in_code set code_hash = $1', [hash]);
    await expect(guest.call(api.signInWithCode, { body })).rejects.toMatchObject({ code: api.WRONG_CODE });
  });

  it('sends one code a minute to a phone and ten an hour from an address', async () => {
    const guest = await app.signIn();
    const ask = (phone: string) => guest.call(api.requestCode, { body: { phone, role: 'customer' } });
    for (let n = 0; n < 10; n += 1) await ask(`1310000000${n}`);
    await expect(ask('13100000010')).rejects.toMatchObject({ status: 429 });
    await app.rows(`update platform.rate_limit set window_start = window_start - interval '60 minutes'`);
    expect(await ask('13100000000')).toMatchObject({ seconds: 300 });
    await expect(ask('13100000000')).rejects.toMatchObject({
      status: 429,
      problem: { retryAfterSeconds: 60 },
    });
  });

  it('rests nowhere as phone or code once the message is out', async () => {
    const { phone } = await register();
    await (await app.signIn()).call(api.requestCode, {
      body: { phone, role: 'customer' },
      idempotencyKey: 'ask',
    });
    const code = await lastCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(await app.rows('select from notices.message where sealed is not null')).toEqual([]);
    for (const table of [
      'notices.message',
      'notices.simulated',
      'identity.sign_in_code',
      'platform.idempotency',
      'platform.audit',
      'platform.rate_limit',
    ]) {
      expect(
        await app.rows(`select from ${table} t where t::text like any($1)`, [[`%${phone}%`, `%${code}:%`]]),
        table,
      ).toEqual([]);
    }
  });
});

describe('a link to an order', () => {
  const link = (workOrderId: string, customerId: string, seconds?: number) =>
    app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.identity.createOrderLink(tx, {
        workOrderId,
        customerId,
        ...(seconds === undefined ? {} : { seconds }),
      }),
    );
  const order = async (customerId: string) =>
    (await app.signIn({ role: 'agent' })).call(ordersApi.openWorkOrder, {
      body: {
        customerId,
        householdId: newId(),
        territoryId: newId(),
        work: {
          workType: 'repair',
          category: 'fridge',
          productModelId: null,
          symptomCode: null,
          difficulty: 1,
          standardSeconds: 3600,
          limitSeconds: 3600,
          responseSeconds: 3600,
          priority: 1,
          skills: [],
          cover: 'unknown',
          description: '不制冷',
        },
        place: { point: { lat: 36, lng: 120 }, districtCode: '370202', community: '海情小区' },
      },
    });

  it('opens that order and nothing else of its customer', async () => {
    const { customerId } = await register();
    const [linked, other] = [await order(customerId), await order(customerId)];
    const token = await link(linked.id, customerId);
    const opened = await (await app.signIn()).call(api.openLinkSession, { body: { token } });
    expect(opened.session).toMatchObject({ role: 'customer', ownId: customerId, onlyWorkOrderId: linked.id });
    const get = async (path: string) =>
      (await fetch(app.url + path, { headers: { authorization: `Bearer ${opened.token}` } })).status;
    expect(await get(`/api/work-orders/${linked.id}`)).toBe(200);
    expect(await get(`/api/work-orders/${other.id}`)).toBe(404);
    expect(await get(`/api/customers/${customerId}`)).toBe(404);
    expect(await get(`/api/customers/${customerId}/export`)).toBe(404);
    expect(await get('/api/sessions')).toBe(200);
  });

  it('is refused when unknown or too old', async () => {
    const guest = await app.signIn();
    const old = await link(newId(), newId(), 0);
    for (const token of ['x'.repeat(43), old]) {
      await expect(guest.call(api.openLinkSession, { body: { token } })).rejects.toMatchObject({
        status: 404,
        code: api.LINK_UNKNOWN,
      });
    }
  });

  it('is gone with its customer, and so are their sessions', async () => {
    const { customerId } = await register();
    const token = await link(newId(), customerId);
    const { token: session } = await (await app.signIn()).call(api.openLinkSession, { body: { token } });
    await (await app.signIn({ role: 'agent' })).call(customersApi.eraseCustomer, {
      params: { id: customerId },
    });
    await app.settle();
    const reply = await fetch(`${app.url}/api/session`, { headers: { authorization: `Bearer ${session}` } });
    expect(reply.status).toBe(401);
    await expect((await app.signIn()).call(api.openLinkSession, { body: { token } })).rejects.toMatchObject({
      status: 404,
    });
  });
});

it('an agent sends the customer a link; its token stands in the message only', async () => {
  const { customerId } = await register();
  const agent = await app.signIn({ role: 'agent' });
  const order = await agent.call(ordersApi.openWorkOrder, { body: anOrder({ customerId }) });
  const sent = await agent.call(api.sendOrderLink, { params: { id: order.id } });
  expect(sent).toEqual({ workOrderId: order.id, sent: true });
  await app.settle();
  const { items } = await agent.call(listNotices, { query: { subjectId: order.id, template: 'order_link' } });
  const [, token = ''] = /\/o\/(\S+)/.exec(items[0]?.text ?? '') ?? [];
  expect(items[0]?.text).toContain(`${app.url}/o/`);
  const opened = await (await app.signIn()).call(api.openLinkSession, { body: { token } });
  expect(opened.session).toMatchObject({ ownId: customerId, onlyWorkOrderId: order.id });
  const audited = await app.rows(
    `select actor_role, after from platform.audit where action = 'sendOrderLink' and subject_id = $1`,
    [order.id],
  );
  expect(audited).toMatchObject([{ actor_role: 'agent' }]);
  expect(JSON.stringify(audited)).not.toContain(token);
  await expect(agent.call(api.sendOrderLink, { params: { id: newId() } })).rejects.toMatchObject({
    status: 404,
  });
});
