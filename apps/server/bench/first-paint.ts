import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumIn } from '../../../e2e/browser/chromium.ts';

const PHONE = { width: 360, height: 740 };
const TIMES = 5;

/** Milliseconds from opening the page until something stood on it. */
const FIRST_PAINT = `new Promise((resolve) =>
  new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach(({ startTime }) => resolve(startTime)))
    .observe({ type: 'paint', buffered: true }))`;

/** Milliseconds until something is seen at an address, its files fetched anew: the median of some times. */
export async function firstPaints(url: string, paths: readonly string[]): Promise<Map<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'firstfix-paint-'));
  const browser = await chromium.launch({ executablePath: await chromiumIn(folder), args: ['--no-sandbox'] });
  try {
    const paints = new Map<string, number>();
    for (const path of paths) paints.set(path, await medianPaint(browser, `${url}${path}`));
    return paints;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function medianPaint(browser: Browser, address: string): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < TIMES; time += 1) taken.push(await paint(browser, address));
  return taken.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
}

async function paint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(address);
  const milliseconds = await page.evaluate<number>(FIRST_PAINT);
  await context.close();
  return milliseconds;
}
