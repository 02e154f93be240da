import * as field from '@firstfix/contract/fieldwork/endpoints';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { newId, toRfc3339 } from '@firstfix/kernel';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlannedVisit, planned } from '../world-orders.ts';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';

let app: BrowserApp;
let world: readonly [People, People];
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  world = [await findPeople(app, 0), await findPeople(app, 1)];
});
afterAll(() => app.close());

const ZH = {
  locale: 'zh-CN',
  today: '今天的上门',
  accept: '接单',
  depart: '我出发了',
  code: /门禁码（6 位）/,
  arrive: '我到了',
  licence: '出示上岗证',
  ticked: '做到了 1 / 5',
  serial: '序列号',
  identify: '确认序列号',
  meter: [/^电压/, /^接地电阻/, /^零地电压/, /^漏电流/],
  test: '记录测电',
  diagnose: '确认诊断',
  quote: '发给用户确认',
  waits: /报价已发到用户手机/,
  begin: '开工',
  photo: /^拍照/,
  photoTaken: /^照片/,
  stepDone: '这一步做完了',
  finish: '完工',
  completion: /验收码/,
} as const;

const EN = {
  locale: 'en-US',
  today: 'Today’s visits',
  accept: 'Take it',
  depart: 'I am on my way',
  code: /Door code the customer says/,
  arrive: 'I am here',
  licence: 'Licence card shown',
  ticked: 'Done 1 of 5',
  serial: 'Serial number',
  identify: 'This is the serial',
  meter: [/^Voltage/, /^Earth/, /^Neutral to earth/, /^Leakage/],
  test: 'Record the test',
  diagnose: 'This is the fault',
  quote: 'Send to the customer',
  waits: /on the customer’s phone/,
  begin: 'Begin',
  photo: /^Take a photo/,
  photoTaken: /^Photo \d/,
  stepDone: 'This step is done',
  finish: 'Finish',
  completion: /Completion code/,
} as const;

const SAFE = ['221', '1.8', '0.6', '0.2'] as const;

describe.each([
  { index: 0 as const, words: ZH },
  { index: 1 as const, words: EN },
])('an engineer who reads $words.locale', ({ index, words }) => {
  it('takes a visit from acceptance to finish, the customer deciding on the own phone', async () => {
    const people = world[index];
    const visit = await planned(app, people);
    const page = await phoneOf(people, words.locale);
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    await page.goto('/engineer');
    await page.getByRole('heading', { name: words.today }).waitFor();
    await page.getByRole('link', { name: people.place.community }).click();
    await press(words.accept);
    await press(words.depart);

    await page.getByLabel(words.code).waitFor();
    await page.getByLabel(words.code).fill(await doorCode(people, visit));
    await fits(page);
    await press(words.arrive);

    await page.getByLabel(words.licence).check();
    await press(words.ticked);
    await page.getByLabel(words.serial, { exact: true }).fill('FFF009153A1ZA512001L');
    await press(words.identify);
    await measure(page, words);

    await page.getByRole('radio').first().check();
    await fits(page);
    await press(words.diagnose);
    await fits(page, words.quote);
    await press(words.quote);
    await page.getByText(words.waits).waitFor();
    await fits(page);
    await approve(people, visit);

    await press(words.begin);
    await doSteps(page, words);
    await measure(page, words);
    await press(words.finish);
    await page.getByLabel(words.completion).waitFor();
    await fits(page);

    const agent = await app.signIn({ role: 'agent' });
    const order = await agent.call(getWorkOrder, { params: { id: visit.workOrderId } });
    expect(order.state).toBe('completed');
    expect(failures).toEqual([]);
    await page.context().close();
  });
});

it('sends the same command again when its answer was lost, also after a reload', async () => {
  const [people] = world;
  const { visitId } = await planned(app, people);
  const page = await phoneOf(people, 'zh-CN');
  await page.goto(`/engineer/visits/${visitId}`);
  await page.getByRole('button', { name: ZH.accept, exact: true }).click();
  // it reaches the server, and the answer never comes back
  const sent: unknown[] = [];
  await page.route('**/depart', async (route) => {
    sent.push(route.request().postDataJSON().commandId);
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: ZH.depart, exact: true }).click();
  await page.getByText('保存在手机上').waitFor();
  const repeated = page.waitForRequest('**/depart');
  await page.unroute('**/depart');
  await page.reload();
  expect((await repeated).postDataJSON().commandId).toBe(sent[0]);
  await page.getByText('保存在手机上').waitFor({ state: 'detached' });
  const commands = await app.rows('select command_id from fieldwork.command where visit_id = $1', [visitId]);
  expect(commands).toEqual([{ command_id: sent[0] }]);
});

it('says why it refuses to arrive far from the home, and lets the engineer say why it counts', async () => {
  const [, people] = world;
  const visit = await planned(app, people);
  const page = await phoneOf(people, 'zh-CN', 1);
  await page.goto(`/engineer/visits/${visit.visitId}`);
  await page.getByRole('button', { name: ZH.accept, exact: true }).click();
  await page.getByRole('button', { name: ZH.depart, exact: true }).click();
  await page.getByLabel(ZH.code).fill('000000');
  await page.getByRole('button', { name: ZH.arrive, exact: true }).click();
  await page.getByRole('alert').getByText('不在用户家附近').waitFor();
  await page.getByLabel('不在附近却已到达的原因').fill('小区内定位漂移');
  await page.getByLabel(ZH.code).fill(await doorCode(people, visit));
  await page.getByRole('button', { name: ZH.arrive, exact: true }).click();
  await page.getByRole('heading', { name: '五个一' }).waitFor();
});

/** The engineer's phone, so many degrees north of the customer's door. */
async function phoneOf({ engineerId, outletId, place }: People, locale: string, north = 0): Promise<Page> {
  const token = await app.tokenFor({ role: 'engineer', ownId: engineerId, outletId });
  const page = await app.newPage({
    locale,
    viewport: { width: 360, height: 740 },
    geolocation: { latitude: place.point.lat + north, longitude: place.point.lng, accuracy: 12 },
    permissions: ['geolocation'],
  });
  await page.context().addCookies([{ name: 'firstfix_session', value: token, url: app.url }]);
  return page;
}

async function doorCode({ customerId }: People, { visitId }: PlannedVisit): Promise<string> {
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  return (await customer.call(field.getDoorCode, { params: { id: visitId } })).code;
}

async function approve({ customerId }: People, { visitId }: PlannedVisit): Promise<void> {
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  const body = { commandId: newId(), occurredAt: toRfc3339(app.now()), quoteVersion: 1 };
  await customer.call(field.approveQuote, { params: { id: visitId }, body });
}

async function measure(page: Page, words: typeof ZH | typeof EN): Promise<void> {
  for (const [index, label] of words.meter.entries()) await page.getByLabel(label).fill(SAFE[index] ?? '');
  await fits(page);
  await page.getByRole('button', { name: words.test, exact: true }).click();
}

/** Every step of the 1 + 5 in the order the phone asks for them, each photo another one. */
async function doSteps(page: Page, words: typeof ZH | typeof EN): Promise<void> {
  await page.getByRole('progressbar').waitFor();
  const done = page.getByRole('button', { name: words.stepDone, exact: true });
  const steps = Number(await page.getByRole('progressbar').getAttribute('max'));
  for (let step = 0; step < steps; step += 1) {
    await page.locator(`progress[value="${step}"]`).waitFor();
    for (let photo = 1; await done.isDisabled(); photo += 1) {
      const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 100 + photo, height: 100 + step } });
      await page.getByLabel(words.photo).setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
      await page
        .getByRole('img', { name: words.photoTaken })
        .nth(photo - 1)
        .waitFor();
    }
    if (step === 0) await fits(page);
    await done.click();
  }
}

/** Nobody is kept out, and nothing stands beyond the narrow screen. */
async function fits(page: Page, button?: string): Promise<void> {
  if (button !== undefined) await page.getByRole('button', { name: button, exact: true }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBe(360);
}
