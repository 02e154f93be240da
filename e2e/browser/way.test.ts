import * as field from '@firstfix/contract/fieldwork/endpoints';
import { MINUTE, type Point, toRfc3339 } from '@firstfix/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted, type PlannedVisit } from '../world-orders.ts';
import { findPeople, inTransaction, type People, seedShipped } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';

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
/** The screens' clocks look again every quarter of a minute. */
const CLOCK_SEEN = { timeout: 40_000 };

it('the engineer’s phone tells its way, and the customer’s page and the board follow it until the arrival', async () => {
  const failures: string[] = [];
  const phone = await engineersPhone(south(6_000));
  const page = await customersPage();
  const board = await dispatchersBoard();
  for (const one of [phone, page, board]) one.on('pageerror', (error) => failures.push(error.message));

  await phone.getByRole('button', { name: '我出发了', exact: true }).click();
  await phone.getByText('正在向用户共享您的位置').waitFor();
  await phone.getByText(/位置保留 30 天后删除/).waitFor();
  await page.getByText(/直线距离 6\.0 公里/).waitFor();
  const first = await arrivalOn(page);
  await page.getByRole('img', { name: '师傅来您家的地图' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await seriousFaults(phone)).toEqual([]);

  const list = board.getByRole('list', { name: '在路上' });
  await list
    .getByRole('button')
    .getByText(/去 海情小区/)
    .waitFor();
  await list.getByRole('button').click();
  expect(await list.getByRole('button').getAttribute('aria-pressed')).toBe('true');
  expect(await seriousFaults(board)).toEqual([]);

  await app.advance(4 * MINUTE);
  await phone.context().setGeolocation(fix(south(1_500)));
  await page.getByText(/直线距离 1\.5 公里/).waitFor(CLOCK_SEEN);
  // four minutes later and much nearer: earlier than it was said first
  expect(await arrivalOn(page)).not.toBe(first);
  const told = await app.rows<{ visit_id: string }>('select visit_id from fieldwork.position');
  expect(told.length).toBeGreaterThanOrEqual(2);

  await phone.context().setOffline(true);
  await app.advance(2 * MINUTE);
  await phone.context().setGeolocation(fix(south(700)));
  await phone.getByText(/个位置等联网后发送/).waitFor(CLOCK_SEEN);
  await phone.context().setOffline(false);
  await page.getByText(/直线距离 0\.7 公里/).waitFor(CLOCK_SEEN);

  await arrive();
  await page.getByText('师傅已到').waitFor();
  await page.getByRole('img', { name: '师傅来您家的地图' }).waitFor({ state: 'detached' });
  await phone.getByText('正在向用户共享您的位置').waitFor({ state: 'detached' });
  await list.waitFor({ state: 'detached', ...CLOCK_SEEN });
  expect(failures).toEqual([]);
});

function south(metres: number): Point {
  const { point } = people.place;
  return { lat: point.lat - metres / 111_195, lng: point.lng };
}

function fix({ lat, lng }: Point) {
  return { latitude: lat, longitude: lng, accuracy: 10 };
}

async function engineersPhone(at: Point): Promise<Page> {
  const { engineerId, outletId } = people;
  const token = await app.tokenFor({ role: 'engineer', ownId: engineerId, outletId });
  const page = await app.newPage({ ...PHONE, geolocation: fix(at), permissions: ['geolocation'] });
  await page.context().addCookies([{ name: 'firstfix_session', value: token, url: app.url }]);
  await page.goto(`/engineer/visits/${visit.visitId}`);
  return page;
}

async function customersPage(): Promise<Page> {
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

async function dispatchersBoard(): Promise<Page> {
  const token = await app.tokenFor({ role: 'dispatcher', territoryIds: [people.territoryId] });
  const page = await app.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await page.context().addCookies([{ name: 'firstfix_session', value: token, url: app.url }]);
  await page.goto(`/console/dispatch?map=true&territory=${people.territoryId}`);
  await page.getByText('现在没有人在路上').waitFor();
  return page;
}

function arrivalOn(page: Page): Promise<string | null> {
  return page.getByRole('region', { name: '师傅在路上' }).locator('time').textContent();
}

async function arrive(): Promise<void> {
  const { engineerId, outletId, customerId, place } = people;
  const engineer = await app.signIn({ role: 'engineer', ownId: engineerId, outletId });
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  const params = { id: visit.visitId };
  const { code: doorCode } = await customer.call(field.getDoorCode, { params });
  await engineer.call(field.arriveVisit, {
    params,
    body: {
      commandId: crypto.randomUUID(),
      occurredAt: toRfc3339(app.now()),
      position: { point: place.point, accuracyMetres: 8 },
      doorCode,
    },
  });
}
