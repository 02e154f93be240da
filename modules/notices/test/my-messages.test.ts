import { registerCustomer } from '@firstfix/contract/customers/endpoints';
import { requestCode } from '@firstfix/contract/identity/endpoints';
import { listMyMessages, readDemoMessage } from '@firstfix/contract/notices/endpoints';
import { newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const PHONE = '13400000001';

/** A message about an order, to that customer. */
async function tell(customerId: string): Promise<string> {
  const subjectId = newId();
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.notices.sendSms(tx, {
      customerId,
      template: 'completion_code',
      variables: { number: '261121000001', code: '987654' },
      subjectType: 'work-order',
      subjectId,
    }),
  );
  await app.settle();
  return subjectId;
}

describe('my messages', () => {
  it('are the customer’s own, and by a link those about its order', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const address = { districtCode: '370202', community: '海情小区', point: { lat: 36, lng: 120 } };
    const { customerId } = await agent.call(registerCustomer, {
      body: { name: '周芷若', phone: PHONE, address },
    });
    const orders = [await tell(customerId), await tell(customerId)];
    const mine = await (await app.signIn({ role: 'customer', ownId: customerId })).call(listMyMessages);
    expect(mine.items.map(({ subjectId }) => subjectId)).toEqual(orders.toReversed());
    expect(mine.items[0]?.text).toContain('987654');

    const [first = ''] = orders;
    const linked = await app.signIn({ role: 'customer', ownId: customerId, onlyWorkOrderId: first });
    expect((await linked.call(listMyMessages)).items.map(({ subjectId }) => subjectId)).toEqual([first]);
    expect((await linked.call(listMyMessages, { query: { subjectId: orders[1] } })).items).toEqual([]);

    const other = await app.signIn({ role: 'customer', ownId: newId() });
    expect((await other.call(listMyMessages)).items).toEqual([]);
  });
});

describe('the phones of a demo', () => {
  it('are read by anybody where its door stands open, and by nobody elsewhere', async () => {
    const guest = await app.signIn();
    const phone = '13400000002';
    await guest.call(requestCode, { body: { phone, role: 'customer' } });
    await app.settle();
    expect(await guest.call(readDemoMessage, { body: { phone } })).toEqual({ text: null });

    await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.identity.createAccount(tx, {
        userName: 'agent',
        password: 'firstfix-demo',
        role: 'agent',
        outletId: null,
        territoryIds: [],
      }),
    );
    expect((await guest.call(readDemoMessage, { body: { phone } })).text).toMatch(/\d{6}/);
    expect(await guest.call(readDemoMessage, { body: { phone: '13400000003' } })).toEqual({ text: null });
  });
});
