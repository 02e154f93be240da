import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPeople, inTransaction, seedShipped } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
  await openDemoDoor(app);
  await seedShipped(app);
  const { place } = await findPeople(app, 0);
  // a community is found once two homes there are known
  await inTransaction(app, (tx) =>
    app.modules.customers.registerCustomer(tx, {
      name: '王邻居',
      phone: '13910009999',
      address: { ...place, door: '1号楼1单元101' },
    }),
  );
});
afterAll(() => app.close());

const PHONE = { locale: 'zh-CN', viewport: { width: 360, height: 740 } };

it('a new customer books a visit: what, what is wrong, who, where, when', async () => {
  const page = await app.newPage(PHONE);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));

  await page.goto('/home/book');
  await page.getByRole('button', { name: '冰箱' }).click();
  await page.getByRole('button', { name: '不制冷' }).click();
  await page.getByLabel('用自己的话说').fill('昨天开始的');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByLabel('手机号').fill('13912345678');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByLabel('验证码', { exact: true }).waitFor();
  await app.settle();
  // the demo shows what would have come to the phone
  const message = await page.getByText(/登录验证码 \d{6}/).textContent();
  await page.getByLabel('验证码', { exact: true }).fill(/\d{6}/.exec(message ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: '进入' }).click();

  await page.getByLabel('您的称呼').fill('陈小暖');
  await page.getByLabel('小区').fill('海情');
  await page.getByRole('button', { name: '海情小区' }).click();
  await page.getByLabel('楼号门牌').fill('8号楼1单元802');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '好了，继续' }).click();

  await page.getByRole('button', { name: '海情小区 8号楼1单元802' }).waitFor();
  await page.getByRole('button', { name: '看看什么时候能来' }).click();
  const windows = page.getByRole('group', { name: '时段' });
  await windows.locator('button:enabled').first().click();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^就约/ }).click();

  await page.getByText('约好上门时间').waitFor();
  await page.getByText('不制冷，昨天开始的').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const booked = await (await app.signIn({ role: 'agent' })).call(listWorkOrders, { query: {} });
  expect(booked.items.filter((order) => order.id === id)).toMatchObject([
    {
      state: 'scheduled',
      work: { symptomCode: 'not_cooling' },
      arrivalWindow: { start: expect.any(String) },
    },
  ]);
  expect(failures).toEqual([]);
});

it.each(['/home/appliances', '/home/me'])('%s asks a stranger to sign in', async (path) => {
  const page = await app.newPage(PHONE);
  await page.goto(path);
  await page.getByRole('button', { name: '获取验证码' }).waitFor();
});
