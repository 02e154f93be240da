import { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { anOrder } from '@firstfix/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

/** One more than a page of the list holds. */
const ORDERS = 51;

let app: BrowserApp;
let people: People;
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  await openDemoDoor(app);
  people = await findPeople(app, 0);
  const agent = await app.signIn({ role: 'agent' });
  for (let count = 0; count < ORDERS; count += 1) await agent.call(openWorkOrder, { body: anOrder() });
});
afterAll(() => app.close());

async function openConsole(path: string): Promise<Page> {
  const page = await app.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  await page.goto(path);
  await pickRole(page, 'Agent');
  return page;
}

it('leads a list’s pages on and back', async () => {
  const page = await openConsole('/console/orders');
  const rows = page.getByRole('row');
  await rows.nth(ORDERS - 1).waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('1 row on this page').waitFor();
  await page.getByRole('button', { name: 'Page before' }).click();
  await rows.nth(ORDERS - 1).waitFor();
  expect(new URL(page.url()).search).not.toContain('cursor');
  expect(await page.getByRole('button', { name: 'Page before' }).count()).toBe(0);
  await page.context().close();
});

it('ends the sessions opened elsewhere', async () => {
  const [here, elsewhere] = [await openConsole('/console/sessions'), await openConsole('/console/orders')];
  await here.reload();
  await here.getByText('Here', { exact: true }).waitFor();
  expect(await seriousFaults(here)).toEqual([]);
  await here.getByRole('button', { name: 'End all others' }).click();
  await here.getByRole('button', { name: 'End it' }).first().waitFor({ state: 'detached' });
  await elsewhere.reload();
  await elsewhere.getByRole('button', { name: 'Agent', exact: true }).waitFor();
  await here.reload();
  await here.getByText('Here', { exact: true }).waitFor();
  for (const page of [here, elsewhere]) await page.context().close();
});

it('says why one character finds nobody, and finds by two', async () => {
  const page = await openConsole('/console/desk');
  await page.getByRole('searchbox').fill('晓');
  await page.keyboard.press('Enter');
  await page.getByText('One character finds nobody').waitFor();
  await page.getByRole('searchbox').fill('李晓');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '李*' }).waitFor();
  await page.context().close();
});

it('leads from the palette to the page of an engineer', async () => {
  const [engineer] = await app.rows<{ licence_number: string }>(
    'select licence_number from network.engineer where id = $1',
    [people.engineerId],
  );
  const page = await openConsole('/console');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go to' }).fill(engineer?.licence_number ?? '');
  await page.getByRole('option').filter({ hasText: engineer?.licence_number }).click();
  await page.waitForURL(`**/console/network/engineers/${people.engineerId}`);
  await page.context().close();
});
