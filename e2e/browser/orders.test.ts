import { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { anOrder } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

let app: BrowserApp;
let number: string;
beforeAll(async () => {
  app = await startBrowserApp();
  await openDemoDoor(app);
  const agent = await app.signIn({ role: 'agent' });
  number = (await agent.call(openWorkOrder, { body: anOrder() })).number;
});
afterAll(() => app.close());

const LANGUAGES = [
  {
    locale: 'zh-CN',
    role: '坐席',
    orders: '工单',
    state: '待安排',
    journey: '全程轨迹',
    opened: '工单已登记',
  },
  {
    locale: 'en-US',
    role: 'Agent',
    orders: 'Work orders',
    state: 'To arrange',
    journey: 'Journey',
    opened: 'Work order opened',
  },
];

describe.each(LANGUAGES)('an agent who reads $locale', ({ locale, role, orders, state, journey, opened }) => {
  it('signs in by the role picker, sees the list and opens an order', async () => {
    const page = await app.newPage({ locale });
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));

    await page.goto('/console/orders');
    await page.getByRole('button', { name: role, exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await pickRole(page, role);

    // led back to where the link led
    await page.getByRole('heading', { name: orders, exact: true }).waitFor();
    const row = page.getByRole('row').filter({ hasText: number });
    await row.getByText(state).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: journey }).waitFor();
    await page.getByText(opened).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(failures).toEqual([]);
    await page.context().close();
  });
});

it('keeps the list’s filter in the URL', async () => {
  const page = await app.newPage({ locale: 'en-US' });
  await page.goto('/console/sign-in');
  await pickRole(page, 'Agent');
  await page.goto('/console/orders?state=["closed"]');
  await page.getByText('No work order fits').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('row').filter({ hasText: number }).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.goBack();
  await page.getByText('No work order fits').waitFor();
});

it('signs out to the door, where roles can be picked again', async () => {
  const page = await app.newPage({ locale: 'en-US' });
  await page.goto('/console');
  await pickRole(page, 'Agent');
  await page.getByRole('button', { name: 'Signed in as Agent' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Agent', exact: true }).waitFor();
  await page.goto('/console/orders');
  await page.getByRole('button', { name: 'Agent', exact: true }).waitFor();
});
