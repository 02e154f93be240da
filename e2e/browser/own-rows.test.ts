import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { Id } from '@firstfix/kernel';
import type { TestAccount } from '@firstfix/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlannedVisit, planned } from '../world-orders.ts';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { registerFridge } from '../world-things.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';

/** Everything of one customer, engineer and outlet. */
interface Side {
  readonly people: People;
  readonly visit: PlannedVisit;
  readonly number: string;
  readonly fridge: { readonly id: Id; readonly serialNumber: string };
}

let app: BrowserApp;
let ours: Side;
let theirs: Side;
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  [ours, theirs] = [await oneSide(0), await oneSide(1)];
});
afterAll(() => app.close());

async function oneSide(index: number): Promise<Side> {
  const people = await findPeople(app, index);
  const [fridge, visit] = [await registerFridge(app, people), await planned(app, people)];
  const agent = await app.signIn({ role: 'agent' });
  const { number } = await agent.call(getWorkOrder, { params: { id: visit.workOrderId } });
  return { people, visit, number, fridge };
}

const LANGUAGES = [
  { locale: 'zh-CN', agentSees: ['首页', '坐席台', '待办回访', '导入', '工单', '服务网络', '产品目录'] },
  {
    locale: 'en-US',
    agentSees: ['Home', 'Agent desk', 'Calls due', 'Import', 'Work orders', 'Network', 'Catalogue'],
  },
];

describe.each(LANGUAGES)('in $locale', ({ locale, agentSees }) => {
  it('an engineer sees the own visit, and no other by its address', async () => {
    const { engineerId, outletId } = ours.people;
    const page = await pageOf({ role: 'engineer', ownId: engineerId, outletId }, locale, '/engineer');
    const stops = page
      .getByRole('main')
      .getByRole('link')
      .filter({ has: page.getByRole('img') });
    await stops.first().waitFor();
    expect(await stops.count()).toBe(1);
    await page.goto(`/engineer/visits/${ours.visit.visitId}`);
    await page.getByText(ours.number).waitFor();
    await refuses(page, `/engineer/visits/${theirs.visit.visitId}`, theirs.number);
    await page.context().close();
  });

  it('a customer sees the own order and machine, and no other by its address', async () => {
    const page = await pageOf({ role: 'customer', ownId: ours.people.customerId }, locale, '/home');
    await page.getByRole('main').getByRole('article').first().waitFor();
    expect(await page.getByRole('main').getByRole('article').count()).toBe(1);
    await page.goto(`/home/orders/${ours.visit.workOrderId}`);
    await page.getByText(ours.number).waitFor();
    await refuses(page, `/home/orders/${theirs.visit.workOrderId}`, theirs.number);
    await page.goto(`/home/appliances/${ours.fridge.id}`);
    await page.getByText(ours.fridge.serialNumber).first().waitFor();
    await refuses(page, `/home/appliances/${theirs.fridge.id}`, theirs.fridge.serialNumber);
    await page.context().close();
  });

  it('an outlet’s owner opens the own order, and no other by its address', async () => {
    const account: TestAccount = { role: 'outlet_owner', outletId: ours.people.outletId };
    const page = await pageOf(account, locale, `/console/orders/${ours.visit.workOrderId}`);
    await page.getByRole('heading', { name: ours.number }).waitFor();
    await refuses(page, `/console/orders/${theirs.visit.workOrderId}`, theirs.number);
    await page.context().close();
  });

  it('an agent is shown what an agent may see, and refused the rest', async () => {
    const page = await pageOf({ role: 'agent' }, locale, '/console');
    const links = page.getByRole('navigation').getByRole('link');
    await links.first().waitFor();
    expect(await links.allTextContents()).toEqual(agentSees);
    for (const path of ['/console/finance/ledger', '/console/admin/accounts']) await refuses(page, path);
    await page.context().close();
  });
});

/** Somebody signed in, on that page. */
async function pageOf(account: TestAccount, locale: string, path: string): Promise<Page> {
  const page = await app.newPage({ locale });
  const value = await app.tokenFor(account);
  await page.context().addCookies([{ name: 'firstfix_session', value, url: app.url }]);
  await page.goto(path);
  return page;
}

/** The page says that something is not to be had, and shows nothing of it. */
async function refuses(page: Page, path: string, secret?: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('alert').first().waitFor();
  if (secret !== undefined) expect(await page.getByText(secret).count()).toBe(0);
}
