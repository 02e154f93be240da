import { offerWorkOrder } from '@firstfix/contract/dispatch/endpoints';
import type { Id } from '@firstfix/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promised } from '../world-orders.ts';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { fits, phoneOf } from './field-phone.ts';

let app: BrowserApp;
let world: readonly [People, People];
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  world = [await findPeople(app, 0), await findPeople(app, 1)];
});
afterAll(() => app.close());

describe.each([
  { index: 0 as const, locale: 'zh-CN', claim: '抢单', pay: /五星评价时/, taken: '已被别人抢走。' },
  {
    index: 1 as const,
    locale: 'en-US',
    claim: 'Claim',
    pay: /^At five stars/,
    taken: 'Somebody was faster.',
  },
])('two engineers who read $locale', ({ index, locale, claim, pay, taken }) => {
  it('reach for the same order: one has it, the other is told', async () => {
    const people = world[index];
    const phones = await Promise.all(
      (await offered(people)).map((engineerId) => phoneOf(app, { ...people, engineerId }, locale)),
    );
    const claims = phones.map((page) => page.getByRole('button', { name: claim, exact: true }));
    for (const [at, page] of phones.entries()) {
      await page.goto('/engineer/offers');
      await claims[at]?.waitFor();
      await page.getByText(pay).waitFor();
    }
    for (const page of phones) await fits(page);

    await Promise.all(claims.map((button) => button.click()));
    const [winner, loser] = await sorted(phones);
    await winner.getByRole('heading', { name: people.place.community }).waitFor();
    await loser.getByRole('alert').getByText(taken, { exact: true }).waitFor();
    await loser.getByRole('button', { name: claim, exact: true }).waitFor({ state: 'detached' });
    await loser.getByText(taken, { exact: true }).waitFor();
    await fits(loser);
    for (const page of phones) await page.context().close();
  });
});

/** Two who are asked for an order in the first round. */
async function offered(people: People): Promise<Id[]> {
  const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [people.territoryId] });
  const { id } = await dispatcher.call(offerWorkOrder, { params: { id: await promised(app, people) } });
  const rows = await app.rows<{ engineer_id: Id }>(
    'select engineer_id from dispatch.offer_candidate where offer_id = $1 and round = 1 limit 2',
    [id],
  );
  expect(rows).toHaveLength(2);
  return rows.map(({ engineer_id }) => engineer_id);
}

/** Who was led to the visit first, then who was not. */
async function sorted(phones: readonly Page[]): Promise<readonly [Page, Page]> {
  const winner = await Promise.any(
    phones.map((page) => page.waitForURL('**/engineer/visits/*').then(() => page)),
  );
  const loser = phones.find((page) => page !== winner);
  if (!loser) throw new Error('nobody was left to lose');
  return [winner, loser];
}
