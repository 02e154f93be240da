import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
});
afterAll(() => app.close());

const CONSOLE = {
  'zh-CN': {
    userName: '账号',
    password: '密码',
    refused: '用户名或密码不对。',
    other: { language: 'English', refused: 'The name or the password is wrong.' },
  },
  'en-US': {
    userName: 'User name',
    password: 'Password',
    refused: 'The name or the password is wrong.',
    other: { language: '中文', refused: '用户名或密码不对。' },
  },
};

describe.each(Object.entries(CONSOLE))('whoever reads %s', (locale, words) => {
  it('is refused in this language, and in the other once it is chosen', async () => {
    const page = await app.newPage({ locale });
    await page.goto('/console/sign-in');
    await page.getByLabel(words.userName).fill('nobody');
    await page.getByLabel(words.password, { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText(words.refused).waitFor();
    await page.getByText(words.other.language, { exact: true }).click();
    await page.locator('button[type=submit]').click();
    await page.getByText(words.other.refused).waitFor();
    await page.context().close();
  });
});

const PHONES = [
  ['/home', '19800000001'],
  ['/engineer', '19900000001'],
] as const;

it.each(PHONES)('%s tells a Chinese reader what was wrong with a code', async (path, phone) => {
  const page = await app.newPage({ locale: 'zh-CN' });
  await page.goto(path);
  await fillOnly(page, phone);
  await page.getByLabel('验证码').fill('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('验证码不对或已失效：请重新获取。').waitFor();
  await page.context().close();
});

async function fillOnly(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号').fill(phone);
  await page.keyboard.press('Enter');
}
