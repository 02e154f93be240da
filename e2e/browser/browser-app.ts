import { demoCity } from '@firstfix/city';
import { cityMap, serveClients, serveMap } from '@firstfix/server';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** The whole product on a database of its own, its apps, and a browser. */
export interface BrowserApp extends TestApp {
  /** A page of somebody new to the product: no cookie, nothing remembered. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/** `live`: screens hear of news by themselves. */
export async function startBrowserApp({ live = false } = {}): Promise<BrowserApp> {
  const app = await startTestApp({
    live,
    extend: async (http) => {
      await serveClients(http, inject('clientBuilds'));
      serveMap(http, cityMap(demoCity));
    },
  });
  const browser = await launch();
  return {
    ...app,
    newPage: async (options = {}) => {
      // nothing is looked at half faded in
      const context = await browser.newContext({ baseURL: app.url, reducedMotion: 'reduce', ...options });
      return context.newPage();
    },
    async close() {
      await browser.close();
      await app.close();
    },
  };
}

/** Picks a role of the demo and waits until the app is there. */
export async function pickRole(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: role, exact: true }).click();
  await page.locator('#content').waitFor();
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox'] });
}
