import { listSlots, offerWorkOrder } from '@firstfix/contract/dispatch/endpoints';
import { getWorkOrder, openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { DAY, HOUR, type Id, parseInstant } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder } from '@firstfix/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';

let app: BrowserApp;
let territoryId: Id;

beforeAll(async () => {
  app = await startBrowserApp({ live: true });
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.network.seedDemoNetwork(tx, { now: app.now() }),
  );
  // a working morning, wherever the clock of the machine stands
  await app.advance(DAY + HOUR);
  const [busiest] = await app.rows<{ territory_id: Id }>(
    'select territory_id from network.engineer group by 1 order by count(*) desc limit 1',
  );
  territoryId = busiest?.territory_id ?? '';
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.identity.createAccount(tx, {
      userName: 'dispatcher',
      password: 'firstfix-demo',
      role: 'dispatcher',
      outletId: null,
      territoryIds: [territoryId],
    }),
  );
});
afterAll(() => app.close());

it('two boards follow each other: an order assigned, taken back with a reason, and put up for claim', async () => {
  const { id, number, date } = await anUnassignedOrder();
  const [mine, theirs] = [await openBoard(date), await openBoard(date)];
  await card(theirs, number).waitFor();

  await card(mine, number).click();
  const candidates = mine.getByRole('region', { name: 'Candidates' });
  await candidates
    .getByRole('button', { name: /^Assign to/ })
    .first()
    .click();
  await blockOf(theirs, number).waitFor();
  await card(theirs, number).waitFor({ state: 'hidden' });
  const feed = theirs.getByRole('region', { name: 'What happened last' });
  await feed.getByText('Assigned').first().waitFor();

  await mine.getByRole('button', { name: 'Take back' }).click();
  const dialog = mine.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await mine.getByTitle('The day is rearranged').click();
  expect(await seriousFaults(mine)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await card(theirs, number).getByText('given back').waitFor();
  await mine.getByRole('region', { name: 'Taken back' }).getByText('The day is rearranged').waitFor();

  const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [territoryId] });
  await dispatcher.call(offerWorkOrder, { params: { id } });
  for (const page of [mine, theirs]) {
    await page.getByRole('button', { name: /^Offers 1$/ }).waitFor();
  }
});

it('narrows the rows by a figure and by who is free, and keeps a filter of the queue', async () => {
  const { number, date } = await anUnassignedOrder();
  const page = await openBoard(date);
  await card(page, number).waitFor();
  const rows = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  await rows.first().waitFor();
  await page.getByRole('button', { name: /at risk$/ }).click();
  await page.getByText('No engineer is like that now').waitFor();
  await page.getByRole('button', { name: /at risk$/ }).click();
  await rows.first().waitFor();
  await page.keyboard.press('f');
  await page.getByLabel('Free at').fill('03:00');
  await page.getByText('No engineer is like that now').waitFor();
  expect(new URL(page.url()).searchParams.get('free')).toContain('03:00');
  await page.getByLabel('Free at').press('Escape');
  await rows.first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
});

async function openBoard(date: string): Promise<Page> {
  const page = await app.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  await page.goto(`/console/dispatch?date=${date}`);
  await pickRole(page, 'Dispatcher');
  return page;
}

function card(page: Page, number: string) {
  return page.getByRole('region', { name: 'Queues' }).getByRole('link').filter({ hasText: number });
}

/** The order's visit in the timeline. */
function blockOf(page: Page, number: string) {
  return page.getByRole('region', { name: 'Timeline' }).locator(`a[aria-label^="${number}"]`);
}

/** Promised for the first window anybody has free, on that window's day. */
async function anUnassignedOrder() {
  const agent = await app.signIn({ role: 'agent' });
  const body = anOrder({ territoryId });
  const place = { ...body.place, point: { lat: 36.1, lng: 120.4 } };
  const work = { ...body.work, skills: ['grade:C'], difficulty: 1 };
  const { id } = await agent.call(openWorkOrder, { body: { ...body, work, place } });
  const { items } = await agent.call(listSlots, { params: { id } });
  const free = items.find(({ fit }) => fit !== 'full');
  if (!free) throw new Error('no slot is free in the demo territory');
  const window = { start: parseInstant(free.start), end: parseInstant(free.end) };
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.orders.promiseWindow(tx, id, window),
  );
  const { number } = await agent.call(getWorkOrder, { params: { id } });
  return { id, number, date: new Date(window.start + 8 * HOUR).toISOString().slice(0, 10) };
}
