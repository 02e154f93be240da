import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
  await openDemoDoor(app);
});
afterAll(() => app.close());

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

describe.each([
  { locale: 'zh-CN', role: '坐席', title: '界面陈列室', colorScheme: 'light', viewport: DESK },
  { locale: 'en-US', role: 'Agent', title: 'Gallery', colorScheme: 'dark', viewport: PHONE },
] as const)('the gallery in $locale, $colorScheme', ({ role, title, ...look }) => {
  it('has no serious fault and nothing beyond the edge', async () => {
    const page = await app.newPage(look);
    await page.goto('/console/gallery');
    await pickRole(page, role);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('table').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBe(look.viewport.width);
    await page.context().close();
  });
});

async function openGallery() {
  const page = await app.newPage({ locale: 'en-US', viewport: DESK });
  await page.goto('/console/gallery');
  await pickRole(page, 'Agent');
  await page.getByRole('table').waitFor();
  return page;
}

it('says to the keyboard why something can’t be done', async () => {
  const page = await openGallery();
  const button = page.getByRole('button', { name: 'Finish' }).first();
  const reason = page.getByRole('tooltip').filter({ hasText: 'photo' }).first();
  expect(await reason.isVisible()).toBe(false);
  await button.focus();
  await reason.waitFor();
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await page.context().close();
});

it('says to a thumb why something can’t be done', async () => {
  const page = await app.newPage({ locale: 'en-US', viewport: PHONE, hasTouch: true });
  await page.goto('/console/gallery');
  await pickRole(page, 'Agent');
  await page.getByRole('button', { name: 'Finish' }).first().tap({ force: true });
  await page.getByRole('tooltip').filter({ hasText: 'photo' }).first().waitFor();
  await page.context().close();
});

it('undoes what a toast tells', async () => {
  const page = await openGallery();
  await page.getByRole('button', { name: 'Change something (0)' }).click();
  await page.getByRole('button', { name: 'Change something (1)' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Change something (0)' }).waitFor();
  await page.context().close();
});

it('gives the focus back when a drawer closes', async () => {
  const page = await openGallery();
  const opener = page.getByRole('button', { name: 'Drawer' });
  await opener.click();
  await page.getByRole('dialog').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await page.context().close();
});

it('shows the faults of a form at their fields', async () => {
  const page = await openGallery();
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText('Please fill in').first().waitFor();
  const phone = page.getByLabel('Phone');
  await phone.fill('12');
  await page.getByText('It is not written like that').waitFor();
  expect(await phone.getAttribute('aria-invalid')).toBe('true');
  await page.context().close();
});

it('keeps a named view with its columns, and leads back to it', async () => {
  const page = await openGallery();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Role' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Keep this list as a view' }).fill('Short');
  await page.keyboard.press('Enter');
  await page.goto('/console/gallery');
  await page.getByRole('columnheader', { name: 'Role' }).waitFor();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Short', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Role' }).waitFor({ state: 'detached' });
  await page.context().close();
});

it.each(['CSV', 'XLSX'])('hands out the whole list as %s', async (format) => {
  const page = await openGallery();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: format }).click();
  expect((await download).suggestedFilename()).toBe(`My sessions.${format.toLowerCase()}`);
  await page.getByText(/rows? exported/).waitFor();
  await page.context().close();
});
