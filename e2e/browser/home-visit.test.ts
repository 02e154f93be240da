import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted, type PlannedVisit } from '../world-orders.ts';
import { findPeople, inTransaction, type People, seedShipped } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { fieldEngineer } from './field-engineer.ts';

let app: BrowserApp;
let people: People;
let visit: PlannedVisit;
beforeAll(async () => {
  app = await startBrowserApp({ live: true });
  await seedShipped(app);
  people = await findPeople(app, 0);
  visit = await accepted(app, people);
});
afterAll(() => app.close());

const PHONE = { locale: 'zh-CN', viewport: { width: 360, height: 740 } };
it('the page of a link follows the visit, and its customer agrees, confirms, pays and rates on it', async () => {
  const page = await openLink();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.getByText('时间已约好').waitFor();
  await page.getByText('谁来上门').waitFor();
  await page.getByText(/^SL\d{7}$/).waitFor();

  const engineer = await fieldEngineer(app, people, visit.visitId);
  await engineer.depart();
  await page.getByText('预计到达').waitFor();
  await page.getByRole('img', { name: '师傅来您家的地图' }).waitFor();
  const door = page.getByRole('region', { name: '上门核验' });
  const doorCode = /\d{6}/.exec((await door.textContent()) ?? '')?.[0] ?? '';
  expect(await seriousFaults(page)).toEqual([]);

  await engineer.arrive(doorCode);
  await page.getByText('师傅已到').waitFor();
  await engineer.quote();
  await page.getByText('合计').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^同意 ¥/ }).click();
  await page.getByText('您已同意这个价格。').waitFor();

  await engineer.work();
  await page.getByRole('button', { name: '修好了，我确认' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '修好了，我确认' }).click();

  await page.getByRole('button', { name: '试一试支付失败' }).click();
  await page.getByText('上次没有付成').waitFor();
  await page.getByRole('button', { name: /^支付 ¥/ }).click();
  await page.getByText('电子收据').waitFor();

  await page.getByRole('group', { name: '总体' }).getByRole('button', { name: '5 星' }).click();
  await page.getByRole('group', { name: '技术' }).getByRole('button', { name: '4 星' }).click();
  await page.getByRole('button', { name: '修好了', exact: true }).click();
  await page.getByLabel('还想说点什么').fill('一次就好');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('heading', { name: '您的评价' }).waitFor();
  await page.getByText('一次就好', { exact: true }).nth(1).waitFor();
  await page.getByRole('button', { name: '修改评价' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const said = await app.rows('select stars, skill, tags, words from verdict.rating');
  expect(said).toEqual([{ stars: 5, skill: 4, tags: ['fixed'], words: '一次就好' }]);
  expect(failures).toEqual([]);
});

it('a complaint has its number and its clock, and what may not be done any more is not offered', async () => {
  const page = await openLink();
  await page.getByRole('button', { name: '我要投诉' }).click();
  await page.getByLabel('哪里没做好？').fill('地上有水');
  await page.getByRole('button', { name: '提交投诉' }).click();
  await page.getByText('投诉编号').waitFor();
  await page.getByText('首次答复', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '我满意，结案' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: '取消服务' }).count()).toBe(0);
});

async function openLink(): Promise<Page> {
  const { workOrderId } = visit;
  const { customerId } = people;
  const token = await inTransaction(app, (tx) =>
    app.modules.identity.createOrderLink(tx, { workOrderId, customerId }),
  );
  const page = await app.newPage(PHONE);
  await page.goto(`/o/${token}`);
  await page.getByText('全程记录').waitFor();
  return page;
}
