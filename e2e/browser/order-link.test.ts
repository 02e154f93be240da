import { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { newId } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
});
afterAll(() => app.close());

const PHONE = { locale: 'zh-CN', viewport: { width: 360, height: 740 } };

it('a customer’s link opens that order without signing in', async () => {
  const agent = await app.signIn({ role: 'agent' });
  const customerId = newId();
  const order = await agent.call(openWorkOrder, { body: anOrder({ customerId }) });
  const token = await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.identity.createOrderLink(tx, { workOrderId: order.id, customerId }),
  );
  const page = await app.newPage(PHONE);
  await page.goto(`/o/${token}`);
  await page.getByText(order.number).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/home/orders/${order.id}`);
  expect(await seriousFaults(page)).toEqual([]);
});

it.each(['/engineer', '/home'])('the door of %s has no serious fault', async (path) => {
  const page = await app.newPage(PHONE);
  await page.goto(path);
  await page.getByRole('button', { name: '获取验证码' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
});

it('a serious fault would be seen', async () => {
  const page = await app.newPage(PHONE);
  await page.setContent('<button></button><img src="nothing.png">');
  expect((await seriousFaults(page)).map((fault) => fault.split(':')[0])).toEqual(
    expect.arrayContaining(['button-name', 'image-alt']),
  );
});
