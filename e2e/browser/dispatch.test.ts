import { bookSlot, holdSlot, listSlots } from '@firstfix/contract/dispatch/endpoints';
import { getWorkOrder, openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { DAY, HOUR, type Id } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder } from '@firstfix/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';

let app: BrowserApp;
let territoryId: Id;

beforeAll(async () => {
  app = await startBrowserApp();
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

const LANGUAGES = [
  {
    locale: 'zh-CN',
    role: '调度',
    queues: '待办队列',
    candidates: '人选',
    assign: /^派工给/,
    undo: '撤销',
    timeline: '时间轴',
    lacks: '缺少技能或证书',
    anyway: '仍然派工',
    leave: '不派',
  },
  {
    locale: 'en-US',
    role: 'Dispatcher',
    queues: 'Queues',
    candidates: 'Candidates',
    assign: /^Assign to/,
    undo: 'Undo',
    timeline: 'Timeline',
    lacks: 'Lacks a skill or certificate',
    anyway: 'Assign anyway',
    leave: 'Leave it',
  },
];

describe.each(LANGUAGES)('a dispatcher who reads $locale', (words) => {
  it('assigns an order from its candidates and takes it back', async () => {
    const { id, number, date } = await anUnassignedOrder(['grade:C']);
    const page = await openBoard(words, date);
    await card(page, words, number).click();
    const candidates = page.getByRole('region', { name: words.candidates });
    await candidates.getByRole('button', { name: words.assign }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await candidates.getByRole('button', { name: words.assign }).first().click();
    await page.getByRole('status').getByText(number).waitFor();
    const block = page.getByRole('region', { name: words.timeline }).getByRole('link').first();
    await block.waitFor();
    expect(await block.getAttribute('aria-label')).toContain(number);
    expect(await holderOf(id)).not.toBeNull();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: words.undo }).click();
    await card(page, words, number).waitFor();
    expect(await holderOf(id)).toBeNull();
    await page.context().close();
  });

  it('is refused when dragging an order onto somebody without the certificate, and told why', async () => {
    const { id, number, date } = await anUnassignedOrder(['cert:gas']);
    const page = await openBoard(words, date);
    const row = await rowInSight(page, words, await unableOn(date, 'cert:gas'));
    await card(page, words, number).dragTo(row);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words.lacks).waitFor();
    expect(await dialog.getByRole('button', { name: words.anyway }).isDisabled()).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: words.leave }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await holderOf(id)).toBeNull();
    await page.context().close();
  });
});

it('keeps day, queue, map and order in the URL', async () => {
  const [english] = LANGUAGES.slice(1);
  if (!english) throw new Error('nobody reads English');
  const { id, number, date } = await anUnassignedOrder(['grade:C']);
  const page = await openBoard(english, date, `&order=${id}&map=true`);
  await page.getByRole('complementary').getByText(number).waitFor();
  await page.getByRole('region', { name: 'Map' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'hidden' });
  await page.keyboard.press('n');
  await page.getByRole('complementary').waitFor();
  expect(new URL(page.url()).searchParams.get('map')).toBe('true');
});

async function openBoard(words: { locale: string; role: string }, date: string, more = ''): Promise<Page> {
  const page = await app.newPage({ locale: words.locale, viewport: { width: 1440, height: 900 } });
  await page.goto(`/console/dispatch?date=${date}${more}`);
  await pickRole(page, words.role);
  return page;
}

/** The first of these engineers whose row stands in the timeline: rows out of sight do not exist. */
async function rowInSight(page: Page, words: { timeline: string }, names: readonly string[]) {
  const rows = page.getByRole('region', { name: words.timeline }).getByRole('listitem');
  await rows.first().waitFor();
  for (const name of names) {
    const row = rows.filter({ hasText: `${name} ` });
    if ((await row.count()) > 0) return row;
  }
  throw new Error('every engineer in sight may do it');
}

function card(page: Page, words: { queues: string }, number: string) {
  return page.getByRole('region', { name: words.queues }).getByRole('link').filter({ hasText: number });
}

/** Promised for the first window anybody has free, on that window's day. */
async function anUnassignedOrder(skills: string[]) {
  const agent = await app.signIn({ role: 'agent' });
  const body = anOrder({ territoryId });
  const place = { ...body.place, point: { lat: 36.1, lng: 120.4 } };
  const work = { ...body.work, skills, difficulty: 1 };
  const { id } = await agent.call(openWorkOrder, { body: { ...body, work, place } });
  const { items } = await agent.call(listSlots, { params: { id } });
  const free = items.find(({ fit }) => fit !== 'full');
  if (!free) throw new Error('no slot is free in the demo territory');
  const window = { start: free.start, end: free.end };
  const hold = await agent.call(holdSlot, { params: { id }, body: window });
  const { number } = await agent.call(bookSlot, { params: { id }, body: { holdId: hold.id } });
  const date = new Date(Date.parse(window.start) + 8 * HOUR).toISOString().slice(0, 10);
  return { id, number, date };
}

async function holderOf(id: Id): Promise<Id | null> {
  const agent = await app.signIn({ role: 'agent' });
  return (await agent.call(getWorkOrder, { params: { id } })).engineerId;
}

/** Names borne once in the territory, of engineers who work that day and lack the skill. */
async function unableOn(date: string, skill: string): Promise<string[]> {
  const [engineers, days] = await Promise.all([
    app.modules.network.listEngineers(territoryId),
    app.modules.network.workingDays(territoryId, date, date),
  ]);
  const working = new Set(days.map(({ engineerId }) => engineerId));
  const names = engineers.map(({ name }) => name);
  return engineers
    .filter(({ id, skills }) => working.has(id) && !skills.includes(skill))
    .map(({ name }) => name)
    .filter((name) => names.indexOf(name) === names.lastIndexOf(name))
    .toSorted((a, b) => a.localeCompare(b));
}
