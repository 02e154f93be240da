import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planned } from '../world-orders.ts';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { decide, doorCode, doSteps, fits, getReady, measure, phoneOf, press } from './field-phone.ts';
import { PHONE_EN, PHONE_ZH } from './field-phone-words.ts';

/** On the plate of a fridge nobody has registered. */
const SERIAL = 'FFF009153A1ZA512001L';

let app: BrowserApp;
let world: readonly [People, People];
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  world = [await findPeople(app, 0), await findPeople(app, 1)];
});
afterAll(() => app.close());

describe.each([
  { index: 0 as const, words: PHONE_ZH },
  { index: 1 as const, words: PHONE_EN },
])('an engineer who reads $words.locale', ({ index, words }) => {
  it('takes a visit from acceptance to finish, the customer deciding on the own phone', async () => {
    const people = world[index];
    const visit = await planned(app, people);
    const page = await phoneOf(app, people, words.locale);
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));

    await page.goto('/engineer');
    await page.getByRole('heading', { name: words.today }).waitFor();
    await page.getByRole('link', { name: people.place.community }).click();
    await press(page, words.accept);
    await press(page, words.depart);

    await page.getByLabel(words.code).waitFor();
    await page.getByLabel(words.code).fill(await doorCode(app, people, visit));
    await fits(page);
    await press(page, words.arrive);

    await getReady(page, words, SERIAL);
    await fits(page);
    await press(page, words.test);

    await page.getByRole('radio').first().check();
    await fits(page);
    await press(page, words.diagnose);
    await fits(page, words.quote);
    await press(page, words.quote);
    await page.getByText(words.waits).waitFor();
    await fits(page);
    await decide(app, people, visit);

    await press(page, words.begin);
    await doSteps(page, words);
    await measure(page, words);
    await press(page, words.finish);
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
  const page = await phoneOf(app, people, 'zh-CN');
  await page.goto(`/engineer/visits/${visitId}`);
  await page.getByRole('button', { name: PHONE_ZH.accept, exact: true }).click();
  // it reaches the server, and the answer never comes back
  const sent: unknown[] = [];
  await page.route('**/depart', async (route) => {
    sent.push(route.request().postDataJSON().commandId);
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: PHONE_ZH.depart, exact: true }).click();
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
  const page = await phoneOf(app, people, 'zh-CN', 1);
  await page.goto(`/engineer/visits/${visit.visitId}`);
  await page.getByRole('button', { name: PHONE_ZH.accept, exact: true }).click();
  await page.getByRole('button', { name: PHONE_ZH.depart, exact: true }).click();
  await page.getByLabel(PHONE_ZH.code).fill('000000');
  await page.getByRole('button', { name: PHONE_ZH.arrive, exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/米外，\d+ 米内才算到达/)
    .waitFor();
  await page.getByLabel('不在附近却已到达的原因').fill('小区内定位漂移');
  await page.getByLabel(PHONE_ZH.code).fill(await doorCode(app, people, visit));
  await page.getByRole('button', { name: PHONE_ZH.arrive, exact: true }).click();
  await page.getByRole('heading', { name: '五个一' }).waitFor();
});
