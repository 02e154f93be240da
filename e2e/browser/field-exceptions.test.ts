import { refuseQuote } from '@firstfix/contract/fieldwork/endpoints';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accepted, type PlannedVisit } from '../world-orders.ts';
import { findPeople, type People, seedShipped } from '../world-people.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { fieldEngineer } from './field-engineer.ts';
import { decide, doorCode, fits, getReady, phoneOf, press, takePhoto } from './field-phone.ts';
import { PHONE_EN, PHONE_ZH, type PhoneWords } from './field-phone-words.ts';

let app: BrowserApp;
let world: readonly [People, People];
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  world = [await findPeople(app, 0), await findPeople(app, 1)];
});
afterAll(() => app.close());

it('records a hazard with photo and signature, then takes the customer’s yes by signature', async () => {
  const [people] = world;
  const { page, visit } = await atTheDoor(people, PHONE_ZH);
  await getReady(page, PHONE_ZH, 'FFF009153A1ZA512001L', ['221', '1.8', '0.6', '9']);
  const record = page.getByRole('button', { name: '记录测电和隐患', exact: true });
  await page.getByText('需要隐患照片和用户签名').first().waitFor();
  expect(await record.isDisabled()).toBe(true);
  await takePhoto(page, /^拍隐患照片/);
  await page.getByRole('img', { name: /^照片/ }).waitFor();
  await sign(page, '用户签名：已知晓用电隐患', '确认签名');
  await fits(page);
  await record.click();

  await page.getByRole('radio').first().check();
  await press(page, PHONE_ZH.diagnose);
  await press(page, PHONE_ZH.quote);
  await page.getByText('用户没有手机或信号').click();
  await sign(page, '用户签名', '确认签名');
  await fits(page);
  await press(page, '用户同意');
  await page.getByRole('button', { name: PHONE_ZH.begin, exact: true }).waitFor();

  const [hazard] = await app.rows(
    `select photo_hash <> signature_hash as both from fieldwork.hazard where visit_id = $1`,
    [visit.visitId],
  );
  expect(hazard).toEqual({ both: true });
  const [quote] = await app.rows(`select decided_by from fieldwork.quote where visit_id = $1`, [
    visit.visitId,
  ]);
  expect(quote).toEqual({ decided_by: 'signature' });
  await page.context().close();
});

it('ends a visit whose quote the customer refused', async () => {
  const [, people] = world;
  const { page, visit, engineer } = await atTheDoor(people, PHONE_EN);
  await engineer.quote();
  await page.reload();
  await page.getByText(PHONE_EN.waits).waitFor();
  await decide(app, people, visit, refuseQuote);
  await page.reload();
  await page.getByText('The customer refused the quote.').waitFor();
  await endFor(page, PHONE_EN, 'Quote refused');
  expect(await stateOf(visit)).toBe('completed');
  await page.context().close();
});

it('says why a refusal can’t be claimed, and ends a visit to an empty home', async () => {
  const [people] = world;
  const { page, visit } = await atTheDoor(people, PHONE_ZH);
  await page.getByText('无法完工？结束这次上门').click();
  expect(await page.getByLabel('用户拒绝报价').isDisabled()).toBe(true);
  await page.getByText('需要用户先拒绝报价').waitFor();
  await page.getByText('无法完工？结束这次上门').click();
  await endFor(page, PHONE_ZH, '用户不在家');
  expect(await stateOf(visit)).toBe('awaiting_customer');
  await page.context().close();
});

/** The engineer has arrived, and looks at the visit. */
async function atTheDoor(people: People, words: PhoneWords) {
  const visit = await accepted(app, people);
  const engineer = await fieldEngineer(app, people, visit.visitId);
  await engineer.depart();
  await engineer.arrive(await doorCode(app, people, visit));
  const page = await phoneOf(app, people, words.locale);
  await page.goto(`/engineer/visits/${visit.visitId}`);
  return { page, visit, engineer };
}

/** With a finger, across the pad. */
async function sign(page: Page, pad: string, take: string): Promise<void> {
  const canvas = page.getByRole('img', { name: pad, exact: true });
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is no pad to sign on');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 20, { steps: 6 });
  await page.mouse.move(box.x + box.width - 20, box.y + 20, { steps: 6 });
  await page.mouse.up();
  await press(page, take);
  await page.getByText(take === '确认签名' ? '已签名' : 'Signed', { exact: true }).waitFor();
}

async function endFor(page: Page, words: PhoneWords, reason: string): Promise<void> {
  const [ask, end] =
    words === PHONE_ZH
      ? ['无法完工？结束这次上门', '结束上门']
      : ['Can’t complete? End the visit', 'End the visit'];
  await page.getByText(ask, { exact: true }).click();
  await page.getByLabel(reason).check();
  await fits(page);
  await press(page, end);
  await page.getByText(words === PHONE_ZH ? '这次上门已结束' : 'This visit is over').waitFor();
}

/** What the order waits for, or its state. */
async function stateOf({ workOrderId }: PlannedVisit): Promise<string> {
  await app.settle();
  const agent = await app.signIn({ role: 'agent' });
  const { state, hold } = await agent.call(getWorkOrder, { params: { id: workOrderId } });
  return hold ?? state;
}
