import { seedAppliances } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import { CITY_CENTRE } from '@firstfix/city';
import { registerAppliance } from '@firstfix/contract/appliances/endpoints';
import { listModels } from '@firstfix/contract/catalogue/endpoints';
import { registerCustomer } from '@firstfix/contract/customers/endpoints';
import { systemActor } from '@firstfix/platform';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, pickRole, startBrowserApp } from './browser-app.ts';
import { openDemoDoor } from './demo-door.ts';

const PHONE = '13900001234';

let app: BrowserApp;
beforeAll(async () => {
  app = await startBrowserApp();
  await openDemoDoor(app);
  await app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    await seedCatalogue(tx);
    await seedAppliances(tx);
    await app.modules.network.seedDemoNetwork(tx, { now: tx.now });
  });
  const agent = await app.signIn({ role: 'agent' });
  const home = await agent.call(registerCustomer, {
    body: {
      name: '李晓梅',
      phone: PHONE,
      address: { districtCode: '990101', community: '海情小区', door: '3号楼501', point: CITY_CENTRE },
    },
  });
  const models = await agent.call(listModels, { query: { category: 'fridge' } });
  await agent.call(registerAppliance, {
    body: { ...home, modelId: models.items[0]?.id ?? null, boughtOn: '2014-05-01', invoiceNumber: 'A1' },
  });
});
afterAll(() => app.close());

async function openDesk(): Promise<{ page: Page; failures: string[] }> {
  const page = await app.newPage({ locale: 'zh-CN' });
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto('/console/desk');
  await pickRole(page, '坐席');
  return { page, failures };
}

it('an agent finds a caller, registers a request by keyboard, promises a window and sees it on the order', async () => {
  const { page, failures } = await openDesk();
  await page.getByRole('searchbox').fill(PHONE);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '李*' }).waitFor();
  const fridge = page.getByRole('button', { name: /冰箱/ });
  await fridge.getByText('保外').waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  await fridge.press('Enter');
  await page.getByLabel('用户原话').fill('冰箱不制冷，冷藏室的菜都坏了');
  await page.keyboard.press('Control+Enter');
  await page.getByText('预计收费').waitFor();
  await page.getByText(/约 ¥/).waitFor();

  const days = page.getByRole('button', { name: /–.*(充裕|紧张)/ });
  await days.first().focus();
  await page.keyboard.press('ArrowRight');
  const window = (await page.locator(':focus span').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await page.getByRole('timer').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '确认预约' }).press('Enter');

  await page.getByText(/已承诺 .* 上门/).waitFor();
  await page.getByRole('link', { name: /查看工单/ }).click();
  await page.getByText('已承诺上门时间').waitFor();
  await page.getByText(window).first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(failures).toEqual([]);
});

it('what may not be done says why, and a cancelled order stands in the history', async () => {
  const { page, failures } = await openDesk();
  await page.getByRole('searchbox').fill('1234');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '催单' }).click();
  await page.getByText('已催单').waitFor();
  await page.getByRole('button', { name: '取消工单' }).click();
  await page.getByRole('dialog').getByRole('combobox').click();
  await page.getByTitle('重复登记').click();
  await page.getByRole('dialog').getByRole('button', { name: '取消工单' }).click();
  await page.getByText('没有进行中的工单').waitFor();
  await page
    .getByRole('region', { name: '历史' })
    .getByRole('link', { name: /^\d{12}/ })
    .click();
  const urge = page.getByRole('button', { name: '催单' });
  await urge.waitFor();
  expect(await urge.getAttribute('aria-disabled')).toBe('true');
  await page
    .getByText(/「已取消」时不能做；可以在：待安排/)
    .first()
    .waitFor({ state: 'attached' });
  expect(await seriousFaults(page)).toEqual([]);
  expect(failures).toEqual([]);
});
