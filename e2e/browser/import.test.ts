import { readFile } from 'node:fs/promises';
import { CITY_CENTRE } from '@firstfix/city';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedShipped } from '../world-people.ts';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
  await seedShipped(app);
  await openDemoDoor(app);
});
afterAll(() => app.close());

const LANGUAGES = [
  {
    locale: 'zh-CN',
    source: 'shop-zh',
    role: '坐席',
    choose: '选择文件',
    dryRun: '试运行',
    refused: /处错误，没有写入任何数据/,
    download: /^下载错误/,
    passed: /试运行通过/,
    run: '导入',
    did: '导入完成',
    toOrders: '查看工单',
  },
  {
    locale: 'en-US',
    source: 'shop-en',
    role: 'Agent',
    choose: 'Choose a file',
    dryRun: 'Dry run',
    refused: /errors: nothing was stored/,
    download: /^Download the errors/,
    passed: /^All is well/,
    run: 'Import',
    did: 'Imported',
    toOrders: 'To the work orders',
  },
];

const { lat, lng } = CITY_CENTRE;
const HEADS = '外部单号,姓名,电话,区划代码,小区,纬度,经度,服务类型,品类,用户描述,备注';

describe.each(LANGUAGES)('an agent who reads $locale', (words) => {
  it('imports a messy file: every error by its row, nothing stored until all is well', async () => {
    const { source } = words;
    const page = await app.newPage({ locale: words.locale, viewport: { width: 1440, height: 900 } });
    await page.goto('/console/import');
    await pickRole(page, words.role);
    const good = row(`${source}-1`, '13800001111');
    await choose(page, source, [
      good,
      row(`${source}-2`, '12345'),
      row(`${source}-3`, '13800003333', '飞船'),
    ]);
    await page.getByRole('button', { name: words.dryRun, exact: true }).click();
    await page.getByText(words.refused).waitFor();
    for (const number of ['3', '4']) await page.getByRole('cell', { name: number, exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.download }).click(),
    ]);
    expect((await readFile(await download.path())).length).toBeGreaterThan(0);
    expect(await imported(source)).toEqual({ requests: 0 });

    await choose(page, source, [good, row(`${source}-2`, '13800002222')]);
    await page.getByRole('button', { name: words.dryRun, exact: true }).click();
    await page.getByText(words.passed).waitFor();
    await page.getByRole('button', { name: words.run, exact: true }).click();
    await page.getByText(words.did, { exact: true }).waitFor();
    expect(await imported(source)).toEqual({ requests: 2 });
    await page.getByRole('link', { name: words.toOrders }).click();
    await page.getByRole('row').nth(2).waitFor();
    await page.context().close();
  });
});

function row(id: string, phone: string, workType = 'repair'): string {
  return `${id},王五,${phone},990101,海情小区,${lat},${lng},${workType},fridge,不制冷,急`;
}

async function choose(page: Page, source: string, rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from([HEADS, ...rows].join('\r\n'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${source}.csv`, mimeType: 'text/csv', buffer });
  await page.getByRole('rowheader', { name: '外部单号' }).waitFor();
}

async function imported(source: string) {
  const [row] = await app.rows(
    'select count(*)::int as requests from requests.service_request where source = $1',
    [source],
  );
  return row;
}
