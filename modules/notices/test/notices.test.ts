import * as customersApi from '@firstfix/contract/customers/endpoints';
import { listNotices } from '@firstfix/contract/notices/endpoints';
import * as ordersApi from '@firstfix/contract/orders/endpoints';
import { VISIT_DEPARTED } from '@firstfix/contract/orders/events';
import { HOUR, newId, SECOND } from '@firstfix/kernel';
import { type Caller, systemActor, type Tx } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowWords } from '../src/window-words.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const agent = () => app.signIn({ role: 'agent' });
const transact = <T>(work: (tx: Tx) => Promise<T>) =>
  app.runtime.transactor.transact(systemActor('test'), work);

let next = 0;
function nextNumber(): number {
  next += 1;
  return next;
}

async function register(phone = `1350000${String(nextNumber()).padStart(4, '0')}`) {
  const ids = await (await agent()).call(customersApi.registerCustomer, {
    body: {
      name: '周芷若',
      phone,
      address: { districtCode: '370202', community: '海情小区', door: '1', point: { lat: 36, lng: 120 } },
    },
  });
  return { phone, ...ids };
}

/** Somebody whose phone every message reaches at the second try. */
let unreachable: ReturnType<typeof register> | undefined;
const unreachableAtFirst = () => (unreachable ??= register('19900009991'));

async function about(query: { subjectId?: string; customerId?: string }) {
  return (await (await agent()).call(listNotices, { query })).items;
}

/** A message of its own subject, to that customer. */
async function send(customerId: string, more: { cause?: string; validSeconds?: number } = {}) {
  const subjectId = newId();
  const id = await transact((tx) =>
    app.modules.notices.sendSms(tx, {
      customerId,
      template: 'completion_code',
      variables: { number: '261121000001', code: '987654' },
      subjectType: 'work-order',
      subjectId,
      ...more,
    }),
  );
  return { id, subjectId };
}

async function openOrder(who: { customerId: string; householdId: string }) {
  return (await agent()).call(ordersApi.openWorkOrder, {
    body: {
      customerId: who.customerId,
      householdId: who.householdId,
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
}

describe('a message', () => {
  it('goes from queued over sent to delivered, its text kept sealed and its phone asked with a purpose', async () => {
    const { customerId, phone } = await register('19900009993');
    const { id, subjectId } = await send(customerId);
    expect(await about({ subjectId })).toMatchObject([
      { id, state: 'queued', text: null, customerId, phone: null, provider: null },
    ]);
    await app.settle();
    expect(await about({ subjectId })).toMatchObject([
      {
        state: 'sent',
        provider: 'simulator',
        text: '【Firstfix】服务单 261121000001 的完单验收码：987654。满意后再告诉工程师。',
      },
    ]);
    await app.advance(2 * SECOND);
    expect(await about({ subjectId })).toMatchObject([{ state: 'delivered', failure: null }]);
    expect(await app.rows('select sealed from notices.message where id = $1', [id])).toEqual([
      { sealed: null },
    ]);
    expect(
      await app.rows(
        `select from notices.simulated s, notices.message m where s::text || m::text like any($1)`,
        [[`%${phone}%`, '%987654%']],
      ),
    ).toEqual([]);
    const audit = await app.rows(
      `select actor_role, after from platform.audit where action = 'revealContact' and subject_id = $1`,
      [customerId],
    );
    expect(audit).toEqual([
      { actor_role: 'system', after: { purpose: 'message:completion_code', fields: ['phone'] } },
    ]);
  });

  it('is delivered as soon as the provider says so', async () => {
    const { customerId } = await register();
    const { subjectId } = await send(customerId);
    await app.settle();
    expect(await about({ subjectId })).toMatchObject([{ state: 'delivered', provider: 'simulator' }]);
  });

  it('is written once per cause, and not at all when its transaction is undone', async () => {
    const { customerId } = await register();
    const first = await send(customerId, { cause: 'once' });
    expect((await send(customerId, { cause: 'once' })).id).toBeUndefined();
    await expect(
      transact(async (tx) => {
        await app.modules.notices.sendCode(tx, '13512344321', '111111');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await app.settle();
    expect((await about({ customerId })).map(({ id }) => id)).toEqual([first.id]);
    expect(await app.rows(`select from notices.message where phone_masked = '135****4321'`)).toEqual([]);
  });

  it('fails with the reason when there is no phone, none that takes it, or none that wants it', async () => {
    const erased = await register();
    const lineOwner = await register('053285881234');
    const refused = await register('19900009990');
    const switchedOff = await register('19900009992');
    const sent = [];
    for (const { customerId } of [erased, lineOwner, refused, switchedOff]) sent.push(await send(customerId));
    await (await agent()).call(customersApi.eraseCustomer, { params: { id: erased.customerId } });
    await app.settle();
    await app.advance(2 * SECOND);
    const failures = [];
    for (const { subjectId } of sent)
      failures.push((await about({ subjectId })).map(({ state, failure }) => [state, failure]));
    expect(failures).toEqual([
      [['failed', 'no_phone']],
      [['failed', 'not_a_mobile']],
      [['failed', 'no_such_phone']],
      [['failed', 'undelivered']],
    ]);
  });

  it('is tried again later while the network is down', async () => {
    const { customerId } = await unreachableAtFirst();
    const { subjectId } = await send(customerId);
    await app.settle();
    expect(await about({ subjectId })).toMatchObject([{ state: 'queued' }]);
    const waiting = await app.rows(
      `select attempts from graphile_worker.jobs where task_identifier = 'notices.send' and run_at > now()`,
    );
    expect(waiting).toEqual([{ attempts: 1 }]);
    await app.rows(`update graphile_worker._private_jobs set run_at = now()`);
    await app.settle();
    expect(await about({ subjectId })).toMatchObject([{ state: 'delivered' }]);
  });

  it('is given up once it is of no use', async () => {
    const { customerId } = await register();
    const { subjectId } = await send(customerId, { validSeconds: 0 });
    await app.settle();
    expect(await about({ subjectId })).toMatchObject([{ state: 'failed', failure: 'expired', text: null }]);
  });
});

describe('a customer hears', () => {
  const engineerId = newId();
  const outletId = newId();
  const engineer: Caller = {
    sessionId: newId(),
    userId: newId(),
    role: 'engineer',
    ownId: engineerId,
    outletId,
    territoryIds: [],
    onlyWorkOrderId: null,
    scope: 'own',
    requestId: 'test',
    remoteAddress: '',
  };

  /** A promised order with an accepted visit. */
  async function promised(who = register()) {
    const order = await openOrder(await who);
    const { orders } = app.modules;
    const planned = { start: app.now() + HOUR, end: app.now() + 3 * HOUR };
    const visit = await transact(async (tx) => {
      await orders.promiseWindow(tx, order.id, planned);
      return orders.assignVisit(tx, {
        workOrderIds: [order.id],
        engineerId,
        outletId,
        planned,
        how: 'manual',
      });
    });
    await transact((tx) => orders.acceptVisit(tx, engineer, visit.id));
    await app.settle();
    return { order, visit };
  }

  const templatesFor = async (subjectId: string) =>
    (await about({ subjectId })).map(({ template }) => template);

  it('of the window, in words and local time', async () => {
    const { order } = await promised();
    const hour = windowWords({ start: app.now() + HOUR, end: app.now() + 3 * HOUR }, 'zh');
    expect((await about({ subjectId: order.id })).map(({ text }) => text)).toEqual([
      `【Firstfix】您的服务单 ${order.number} 已约定上门时间：${hour}。如需更改请联系客服。`,
    ]);
  });

  it('of it a moment later when the network is down', async () => {
    const { order } = await promised(unreachableAtFirst());
    expect(await about({ subjectId: order.id })).toMatchObject([
      { template: 'window_promised', state: 'delivered', failure: null },
    ]);
  });

  it('of the departure once, even when the event comes twice', async () => {
    const { order, visit } = await promised();
    await transact((tx) => app.modules.orders.departVisit(tx, engineer, visit.id));
    const departure = {
      visitId: visit.id,
      workOrderIds: [order.id],
      engineerId,
      outletId,
      territoryId: visit.territoryId,
      at: new Date(app.now()).toISOString(),
    };
    await transact(async (tx) => tx.emit(VISIT_DEPARTED, departure));
    await app.settle();
    expect(await templatesFor(order.id)).toEqual(['engineer_departed', 'window_promised']);
  });

  it('that nobody came', async () => {
    const { order, visit } = await promised();
    await (await agent()).call(ordersApi.markNoShow, { params: { id: visit.id } });
    await app.settle();
    expect(await templatesFor(order.id)).toEqual(['nobody_came', 'window_promised']);
  });

  it('of the cancellation', async () => {
    const { order } = await promised();
    await (await agent()).call(ordersApi.cancelWorkOrder, {
      params: { id: order.id },
      body: { reason: 'other' },
    });
    await app.settle();
    expect(await templatesFor(order.id)).toEqual(['work_order_cancelled', 'window_promised']);
  });
});

it('pages from the latest back', async () => {
  const { customerId } = await register();
  const ids = [];
  for (let n = 0; n < 3; n += 1) ids.unshift((await send(customerId)).id);
  const caller = await agent();
  const first = await caller.call(listNotices, { query: { customerId, limit: 2 } });
  const second = await caller.call(listNotices, {
    query: { customerId, limit: 2, cursor: first.next ?? '' },
  });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeNull();
});

it('is for agents and admins', async () => {
  const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [newId()] });
  await expect(dispatcher.call(listNotices)).rejects.toMatchObject({ status: 403 });
});

it('the doctor finds nothing wrong, and yesterday’s texts are forgotten', async () => {
  await app.settle();
  for (const { name, find } of app.modules.notices.parts.checks) {
    if (typeof find !== 'string') throw new Error('expected SQL');
    expect(await app.rows(find), name).toEqual([]);
  }
  await app.rows(`update notices.simulated set received_at = received_at - interval '25 hours'`);
  const forget = app.modules.notices.parts.tasks.find(({ name }) => name === 'notices.forget_simulated');
  await transact(async (tx) => forget?.run(tx, {}));
  expect(await app.rows('select from notices.simulated')).toEqual([]);
});
