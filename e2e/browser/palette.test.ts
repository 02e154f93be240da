import { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { anOrder } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

let app: BrowserApp;
let order: { id: string; number: string };
beforeAll(async () => {
  app = await startBrowserApp();
  await openDemoDoor(app);
  order = await (await app.signIn({ role: 'agent' })).call(openWorkOrder, { body: anOrder() });
});
afterAll(() => app.close());

async function openConsole() {
  const page = await app.newPage({ locale: 'en-US' });
  await page.goto('/console');
  await pickRole(page, 'Agent');
  return page;
}

it('finds an order and opens it by keyboard alone', async () => {
  const page = await openConsole();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go to' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.type(order.number);
  await page.getByRole('option', { name: order.number }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/console/orders/${order.id}`);
  await page.context().close();
});

it('offers screens and actions, and nothing the role may not do', async () => {
  const page = await openConsole();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Work orders' }).waitFor();
  expect(await page.getByRole('option', { name: 'Business time' }).count()).toBe(0);
  await page.keyboard.type('sign out');
  await page.getByRole('option', { name: 'Work orders' }).waitFor({ state: 'detached' });
  await page.getByRole('option', { name: 'Sign out' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Agent', exact: true }).waitFor();
  await page.context().close();
});

it('opens a door for guests that logs no failure', async () => {
  const page = await app.newPage({ locale: 'en-US' });
  const failures: string[] = [];
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  await page.goto('/console');
  await page.getByRole('button', { name: 'Agent', exact: true }).waitFor();
  expect(failures).toEqual([]);
  await page.context().close();
});
