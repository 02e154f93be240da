/**
 * Takes the pictures of the README from a running demo:
 *   node scripts/pictures.ts [--url http://localhost:4000] [--out docs/pictures]
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumIn } from '../e2e/browser/chromium.ts';

/** One screen worth showing, as somebody with this demo account sees it. */
interface Picture {
  readonly name: string;
  /** A demo account of the office; without one, an engineer of the demo with something to do. */
  readonly account?: string;
  readonly path: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** What must be on the screen before it is taken. */
  readonly ready: string;
  /** What is pressed then, to come to the screen. */
  readonly press?: string;
}

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** The card of a visit. */
const VISIT = 'a[href*="/visits/"]';

const PICTURES: readonly Picture[] = [
  { name: 'orders', account: 'dispatcher', path: '/console/orders', viewport: DESK, ready: 'table' },
  {
    name: 'board',
    account: 'dispatcher',
    path: '/console/dispatch?map=true',
    viewport: DESK,
    ready: 'canvas',
  },
  { name: 'engineer', path: '/engineer', viewport: PHONE, ready: VISIT, press: VISIT },
];

const LANGUAGES = { zh: 'zh-CN', en: 'en-US' } as const;
const LIGHTS = ['light', 'dark'] as const;
/** Fonts, threads and the first answers are there. */
const SETTLED_MS = 1_500;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    out: { type: 'string', default: 'docs/pictures' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'firstfix-pictures-'));
await mkdir(values.out, { recursive: true });
const browser = await chromium.launch({ executablePath: await chromiumIn(folder), args: ['--no-sandbox'] });
try {
  for (const picture of PICTURES) await takeAll(browser, picture);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

async function takeAll(browser: Browser, picture: Picture): Promise<void> {
  for (const [language, locale] of Object.entries(LANGUAGES)) {
    for (const colorScheme of LIGHTS) {
      const context = await browser.newContext({
        baseURL: values.url,
        viewport: picture.viewport,
        locale,
        colorScheme,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      if (picture.account === undefined) await signInBusyEngineer(page);
      else await signIn(page, picture.account);
      await page.goto(picture.path);
      await page.locator(picture.ready).first().waitFor();
      if (picture.press !== undefined) await page.locator(picture.press).first().click();
      await page.waitForTimeout(SETTLED_MS);
      const file = join(values.out, `${picture.name}-${language}-${colorScheme}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await context.close();
    }
  }
}

/** The cookie of the answer is the browser's from then on. */
async function signIn(page: Page, account: string): Promise<void> {
  const { accounts } = await (await page.request.get('/api/demo')).json();
  const found = accounts.find(({ userName }: { userName: string }) => userName === account);
  if (!found) throw new Error(`${values.url} is no demo with the account ${account}`);
  const { userName, password } = found;
  const answer = await page.request.post('/api/sessions', { data: { userName, password } });
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
}

/** By the code of the first demo engineer who has a visit today. */
async function signInBusyEngineer(page: Page): Promise<void> {
  const { engineerPhones } = await (await page.request.get('/api/demo')).json();
  for (const phone of engineerPhones) {
    await page.request.post('/api/sign-in-codes', { data: { phone, role: 'engineer' } });
    const code = await codeOn(page, phone);
    await page.request.post('/api/code-sessions', { data: { phone, role: 'engineer', code } });
    await page.goto('/engineer');
    await page.waitForTimeout(SETTLED_MS);
    if ((await page.locator(VISIT).count()) > 0) return;
  }
  throw new Error('no engineer of the demo has a visit today');
}

async function codeOn(page: Page, phone: string): Promise<string> {
  for (;;) {
    const { text } = await (await page.request.post('/api/demo-messages', { data: { phone } })).json();
    const [code] = /\d{6}/.exec(text ?? '') ?? [];
    if (code !== undefined) return code;
    await page.waitForTimeout(SETTLED_MS);
  }
}
