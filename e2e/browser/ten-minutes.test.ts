import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPeople, inTransaction, type People, seedShipped } from '../world-people.ts';
import { registerFridge } from '../world-things.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';
import { doSteps, fits, getReady, measure, phoneOf, press } from './field-phone.ts';
import { TEN_MINUTES_EN, TEN_MINUTES_ZH, type TenMinutesWords } from './ten-minutes-words.ts';

/** Six people on six screens. */
const STORY_MS = 240_000;

let app: BrowserApp;
let world: readonly [People, People];
beforeAll(async () => {
  app = await startBrowserApp({ live: true });
  await seedShipped(app);
  world = [await findPeople(app, 0), await findPeople(app, 1)];
  await openDemoDoor(
    app,
    ['agent', 'dispatcher', 'finance', 'admin'],
    world.map(({ territoryId }) => territoryId),
  );
});
afterAll(() => app.close());

describe.each([
  { index: 0 as const, words: TEN_MINUTES_ZH },
  { index: 1 as const, words: TEN_MINUTES_EN },
])('the ten minutes in $words.locale', ({ index, words }) => {
  it(
    'leads from a call to pay that the verdict changed',
    async () => {
      const people = world[index];
      const fridge = await registerFridge(app, people);
      const failures: string[] = [];

      const orderId = await takeCall(await openConsole(words, 'agent', failures), words, index);
      await assign(await openConsole(words, 'dispatcher', failures), words, people, orderId);
      const order = await (await app.signIn({ role: 'agent' })).call(getWorkOrder, {
        params: { id: orderId },
      });
      const { engineerId, outletId } = order;
      if (engineerId === null || outletId === null) throw new Error('nobody was assigned');

      const phone = await phoneOf(app, { ...people, engineerId, outletId }, words.locale);
      const link = await openLink(words, people, orderId);
      for (const page of [phone, link]) page.on('pageerror', ({ message }) => failures.push(message));
      await visit(phone, link, words, fridge.serialNumber);
      await rate(link, words, 5);
      const money = phone.locator('dl > div').filter({ hasText: words.earned }).getByRole('definition');
      await money.getByText('¥').waitFor();
      const before = await money.textContent();
      await press(link, words.change);
      await rate(link, words, 2);
      await expect.poll(() => money.textContent(), { timeout: 10_000 }).not.toBe(before);

      await readEarnings(phone, words);
      await readBooks(await openConsole(words, 'finance', failures), words, engineerId);
      await readAudit(await openConsole(words, 'admin', failures), words);
      expect(failures).toEqual([]);
    },
    STORY_MS,
  );
});

/** The console of somebody who picked that role. */
async function openConsole(
  words: TenMinutesWords,
  role: keyof TenMinutesWords['role'],
  failures: string[],
): Promise<Page> {
  const page = await app.newPage({ locale: words.locale, viewport: { width: 1440, height: 900 } });
  page.on('pageerror', ({ message }) => failures.push(message));
  await page.goto('/console');
  await pickRole(page, words.role[role]);
  return page;
}

/** The caller is found, the order registered, a window of today promised. Ends with the order's id. */
async function takeCall(page: Page, words: TenMinutesWords, index: number): Promise<string> {
  await page.getByRole('link', { name: words.desk, exact: true }).click();
  await page.getByRole('searchbox').fill(`1391000000${index}`);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words.fridge }).click();
  await page.getByLabel(words.said).fill(words.trouble);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: words.window }).first().click();
  await page.getByRole('button', { name: words.book }).click();
  await page.getByText(words.promised).waitFor();
  await page.getByRole('link', { name: words.openOrder }).click();
  await page.waitForURL('**/console/orders/*');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.context().close();
  return id;
}

/** By hand to the first candidate; the order says why. */
async function assign(page: Page, words: TenMinutesWords, people: People, orderId: string): Promise<void> {
  await page.goto(`/console/dispatch?territory=${people.territoryId}&order=${orderId}`);
  const candidates = page.getByRole('region', { name: words.candidates });
  await candidates.getByRole('button', { name: words.assign }).first().click();
  await page
    .getByRole('status')
    .getByText(/\d{12}/)
    .waitFor();
  await page.goto(`/console/orders/${orderId}`);
  const why = page.getByRole('region', { name: words.why });
  await why.getByText(words.byHand).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
}

async function openLink(words: TenMinutesWords, { customerId }: People, workOrderId: string): Promise<Page> {
  const token = await inTransaction(app, (tx) =>
    app.modules.identity.createOrderLink(tx, { workOrderId, customerId }),
  );
  const page = await app.newPage({ locale: words.locale, viewport: { width: 360, height: 740 } });
  await page.goto(`/o/${token}`);
  await page.getByText(words.scheduled).waitFor();
  return page;
}

/** On the engineer's phone from acceptance to the completion code, the customer's page following by itself. */
async function visit(phone: Page, link: Page, words: TenMinutesWords, serial: string): Promise<void> {
  await phone.goto('/engineer');
  await phone.getByRole('heading', { name: words.phone.today }).waitFor();
  await phone
    .getByRole('link')
    .filter({ has: phone.getByRole('img') })
    .first()
    .click();
  await press(phone, words.phone.accept);
  await press(phone, words.phone.depart);
  await link.getByText(words.onTheWay).waitFor();
  await phone.getByLabel(words.phone.code).fill(await numberIn(link, words.door));
  await press(phone, words.phone.arrive);
  await link.getByText(words.arrived).waitFor();
  await getReady(phone, words.phone, serial);
  await press(phone, words.phone.test);
  await phone.getByRole('radio').first().check();
  await press(phone, words.phone.diagnose);
  await press(phone, words.phone.begin);
  await link.getByText(words.working).waitFor();
  await doSteps(phone, words.phone);
  await measure(phone, words.phone);
  await press(phone, words.phone.finish);
  await phone
    .getByLabel(words.phone.completion)
    .fill(await numberIn(link, words.check, /(?<!\d)\d{6}(?!\d)/));
  await press(phone, words.phone.confirm);
  await phone.getByText(words.phone.confirmed).waitFor();
  await phone.getByText(words.notRated).waitFor();
}

/** The six digits a card of the customer's page shows, once it does. */
async function numberIn(link: Page, card: string, digits = /\d{6}/): Promise<string> {
  const region = link.getByRole('region', { name: card });
  await region.getByText(digits).first().waitFor();
  return digits.exec((await region.textContent()) ?? '')?.[0] ?? '';
}

async function rate(link: Page, words: TenMinutesWords, stars: number): Promise<void> {
  await link
    .getByRole('group', { name: words.overall })
    .getByRole('button', { name: words.star(stars) })
    .click();
  await press(link, words.rate);
  await link.getByRole('heading', { name: words.rated }).waitFor();
  expect(await seriousFaults(link)).toEqual([]);
}

/** The engineer reads what was taken back, what counts instead, and the arithmetic of it. */
async function readEarnings(phone: Page, words: TenMinutesWords): Promise<void> {
  await phone.getByRole('link', { name: words.earnings, exact: true }).click();
  await phone.getByText(words.takenBack).waitFor();
  const counts = phone.getByRole('article').filter({ hasText: words.fewStars });
  await counts.getByText(/× 0\.40 =/).waitFor();
  await fits(phone);
}

/** Finance reads the same. */
async function readBooks(page: Page, words: TenMinutesWords, engineerId: string): Promise<void> {
  await page.goto(`/console/finance/earnings/${engineerId}`);
  await page.getByRole('heading', { name: words.earningsOf }).waitFor();
  await page.getByRole('heading', { name: words.financeTakenBack }).waitFor();
  await page.getByText(/× 0\.40 =/).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
}

async function readAudit(page: Page, words: TenMinutesWords): Promise<void> {
  await page.goto(`/console/admin/audit?action=${words.changedRating}`);
  await page.getByRole('row').filter({ hasText: words.changedRating }).first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
}
