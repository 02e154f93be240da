import { serveClients } from '@firstfix/server';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ extend: (http) => serveClients(http, inject('clientBuilds')) });
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { headers, redirect: 'manual' });

it.each(['/console', '/console/orders/anything', '/engineer', '/home', '/home/orders/1', '/o/a-token'])(
  'answers %s with a page that runs our files only',
  async (path) => {
    const page = await get(path);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(await page.text()).not.toMatch(/<script(?![^>]*\ssrc=)/);
  },
);

it('sends files with a hash in their name compressed, and to be kept', async () => {
  const [, script] = (await (await get('/console')).text()).match(/src="([^"]+\.js)"/) ?? [];
  for (const [accepted, sent] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const file = await get(String(script), { 'accept-encoding': accepted });
    expect(file.headers.get('content-encoding')).toBe(sent);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await file.text()).length).toBeGreaterThan(1000);
  }
});

it('says when a file is not there, and leads / to the console', async () => {
  expect((await get('/console/assets/gone.js')).status).toBe(404);
  expect((await get('/console/assets/..%2f..%2fmanifest.json')).status).toBe(404);
  expect((await get('/')).headers.get('location')).toBe('/console');
});
