import { afterAll, beforeAll, describe, it } from 'vitest';
import { accepted } from '../world-orders.ts';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { fits, phoneOf, press } from './field-phone.ts';
import { PHONE_EN, PHONE_ZH } from './field-phone-words.ts';

let app: BrowserApp;
let world: readonly [People, People];
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  world = [await findPeople(app, 0), await findPeople(app, 1)];
});
afterAll(() => app.close());

describe.each([
  { index: 0 as const, words: PHONE_ZH, offline: '现在没有网络', kept: '出发', waits: '保存在手机上' },
  {
    index: 1 as const,
    words: PHONE_EN,
    offline: 'No network now',
    kept: 'On my way',
    waits: 'kept on this phone',
  },
])('without a network the app of $words.locale', ({ index, words, offline, kept, waits }) => {
  it('opens, says so, shows what it keeps, and goes on when the network is back', async () => {
    const people = world[index];
    await accepted(app, people);
    const page = await phoneOf(app, people, words.locale);
    await page.goto('/engineer');
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.getByRole('link', { name: people.place.community }).click();
    await page.getByRole('button', { name: words.depart, exact: true }).waitFor();

    await page.context().setOffline(true);
    await press(page, words.depart);
    await page.getByText(waits).first().waitFor();
    await page.reload();
    await page.getByRole('alert').getByText(offline).waitFor();
    await page.getByText(kept, { exact: true }).waitFor();
    await page.getByText(people.place.community).waitFor();
    await fits(page);

    await page.context().setOffline(false);
    await page.getByLabel(words.code).waitFor();
    await page.context().close();
  });
});
