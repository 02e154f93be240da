import * as field from '@firstfix/contract/fieldwork/endpoints';
import { newId, toRfc3339 } from '@firstfix/kernel';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PlannedVisit } from '../world-orders.ts';
import type { People } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import type { BrowserApp } from './browser-app.ts';
import type { PhoneWords } from './field-phone-words.ts';

type Meter = readonly [volts: string, earth: string, neutral: string, leakage: string];

const SAFE: Meter = ['221', '1.8', '0.6', '0.2'];

/** The engineer's phone, so many degrees north of the customer's door. */
export async function phoneOf(
  app: BrowserApp,
  { engineerId, outletId, place }: Pick<People, 'engineerId' | 'outletId' | 'place'>,
  locale: string,
  north = 0,
): Promise<Page> {
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

export async function doorCode(
  app: BrowserApp,
  { customerId }: People,
  { visitId }: PlannedVisit,
): Promise<string> {
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  return (await customer.call(field.getDoorCode, { params: { id: visitId } })).code;
}

/** The customer decides about the price on the own phone. */
export async function decide(
  app: BrowserApp,
  { customerId }: People,
  { visitId }: PlannedVisit,
  decision: typeof field.approveQuote | typeof field.refuseQuote = field.approveQuote,
): Promise<void> {
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  const body = { commandId: newId(), occurredAt: toRfc3339(app.now()), quoteVersion: 1 };
  await customer.call(decision, { params: { id: visitId }, body });
}

export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** The five ones, the plate's serial and the first electric test. */
export async function getReady(page: Page, words: PhoneWords, serial: string, meter = SAFE): Promise<void> {
  await page.getByLabel(words.licence).check();
  await press(page, words.ticked);
  await page.getByLabel(words.serial, { exact: true }).fill(serial);
  await press(page, words.identify);
  await fillMeter(page, words, meter);
}

async function fillMeter(page: Page, words: PhoneWords, meter = SAFE): Promise<void> {
  for (const [index, label] of words.meter.entries()) await page.getByLabel(label).fill(meter[index] ?? '');
}

export async function measure(page: Page, words: PhoneWords): Promise<void> {
  await fillMeter(page, words);
  await fits(page);
  await press(page, words.test);
}

/** Every step of the 1 + 5 in the order the phone asks for them, each photo another one. */
export async function doSteps(page: Page, words: PhoneWords): Promise<void> {
  await page.getByRole('progressbar').waitFor();
  const done = page.getByRole('button', { name: words.stepDone, exact: true });
  const steps = Number(await page.getByRole('progressbar').getAttribute('max'));
  for (let step = 0; step < steps; step += 1) {
    await page.locator(`progress[value="${step}"]`).waitFor();
    for (let photo = 1; await done.isDisabled(); photo += 1) {
      await takePhoto(page, words.photo, photo, step);
      await page
        .getByRole('img', { name: words.photoTaken })
        .nth(photo - 1)
        .waitFor();
    }
    if (step === 0) await fits(page);
    await done.click();
  }
}

/** A picture of the page, of a size of its own: another photo each time. */
export async function takePhoto(page: Page, label: RegExp, width = 0, height = 0): Promise<void> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 100 + width, height: 100 + height } });
  await page.getByLabel(label).setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
}

/** Nobody is kept out, and nothing stands beyond the narrow screen. */
export async function fits(page: Page, button?: string): Promise<void> {
  if (button !== undefined) await page.getByRole('button', { name: button, exact: true }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBe(360);
}
