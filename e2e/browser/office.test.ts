import { publishPolicy } from '@firstfix/contract/platform/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { type BrowserApp, startBrowserApp } from './browser-app.ts';
import { openOffice, pageOf } from './office-world.ts';

let app: BrowserApp;
let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  app = await startBrowserApp();
  office = await openOffice(app);
});
afterAll(() => app.close());

describe('an outlet’s owner', () => {
  it('sees the own order, engineer and money, and nobody else’s', async () => {
    const { ours, theirs } = office;
    const page = await pageOf(app, 'outlet_owner', '/console/outlet');
    await page.getByRole('heading', { name: ours.outletName, exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'All orders' }).click();
    await page.goto('/console/orders?sort=newest');
    await page.getByText(ours.orderNumber).waitFor();
    expect(await page.getByText(theirs.orderNumber).count()).toBe(0);

    await page.goto(`/console/network/engineers/${ours.engineerId}`);
    await page.getByRole('link', { name: 'Earnings', exact: true }).click();
    await page.getByText('Taken back', { exact: false }).waitFor();
    await page.getByText('× 1.15 =', { exact: false }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    for (const path of [
      `/console/network/engineers/${theirs.engineerId}`,
      `/console/finance/earnings/${theirs.engineerId}`,
      `/console/network/outlets/${theirs.outletId}`,
    ]) {
      await page.goto(path);
      await page.getByRole('alert').waitFor();
      expect(await page.getByText(theirs.engineerName, { exact: true }).count()).toBe(0);
    }
    await page.context().close();
  });
});

it('shows each role only its own subjects', async () => {
  for (const [role, subjects] of [
    ['agent', ['Network', 'Catalogue']],
    ['outlet_owner', ['My outlet', 'Network', 'Catalogue', 'Finance', 'Figures']],
    ['finance', ['Network', 'Catalogue', 'Finance', 'Figures']],
    ['admin', ['Network', 'Catalogue', 'Finance', 'Figures', 'Administration']],
  ] as const) {
    const page = await pageOf(app, role, '/console');
    await page.getByRole('navigation').waitFor();
    const shown = await page.getByRole('navigation').getByRole('link').allTextContents();
    expect(shown.filter((name) => SUBJECTS.includes(name))).toEqual(subjects);
    await page.context().close();
  }
});

const SUBJECTS = ['My outlet', 'Network', 'Catalogue', 'Finance', 'Figures', 'Administration'];

describe('finance', () => {
  it('follows a sum from the balance to its mirror', async () => {
    const { ours } = office;
    const page = await pageOf(app, 'finance', '/console/finance/ledger?kind=engineer');
    await page.getByText('Debits equal credits').waitFor();
    await page.getByRole('link', { name: ours.engineerName, exact: true }).click();
    await page.getByRole('link', { name: /:/ }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('row').filter({ hasText: 'Reversal' }).getByRole('link').click();
    await page.getByText('Takes back').waitFor();
    await page.getByRole('link', { name: 'Open its mirror' }).click();
    await page.getByText('Taken back by').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('compares two versions of a policy', async () => {
    const finance = await app.signIn({ role: 'finance' });
    const [document] = await app
      .rows<{ document: Record<string, unknown> }>(
        `select document from platform.policy_version where name = 'pay.taxes' order by version desc limit 1`,
      )
      .then((rows) => rows.map((row) => row.document));
    await finance.call(publishPolicy, {
      params: { name: 'pay.taxes' },
      body: { document: { ...document, serviceVatBasisPoints: 500 } },
    });
    const page = await pageOf(app, 'finance', '/console/finance/policies/pay.taxes');
    const change = page.getByRole('region', { name: 'What changed' }).getByRole('row').last();
    await change.getByText('serviceVatBasisPoints').waitFor();
    await change.getByText('500', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe('an administrator', () => {
  it('reads the audit trail by action, the rights, the seals and the background', async () => {
    const page = await pageOf(app, 'admin', '/console/admin/audit?action=changeRating');
    await page.getByRole('row').filter({ hasText: 'changeRating' }).first().click();
    await page.getByRole('dialog').getByText('Request').waitFor();
    expect(await page.getByRole('cell', { name: 'rateWorkOrder', exact: true }).count()).toBe(0);
    await page.goto('/console/admin/permissions?text=refundPayment');
    const grants = page.getByRole('row').filter({ hasText: 'refundPayment' });
    await grants.getByText('all', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('/console/admin/system');
    await page.getByText('No job gave up').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('suspends an engineer with a reason', async () => {
    const { theirs } = office;
    const page = await pageOf(app, 'admin', `/console/network/engineers/${theirs.engineerId}`);
    await page.getByRole('button', { name: 'Change standing' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Standing').click();
    await page.getByTitle('Suspended').click();
    await form.getByLabel('Reason').fill('Asked for money beside the quote');
    await form.getByRole('button', { name: 'Change standing' }).click();
    await page.getByText('Asked for money beside the quote').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });
});

it('the director’s figures lead to their orders', async () => {
  const page = await pageOf(app, 'director', '/console/figures');
  await page.getByRole('link', { name: /^Rating/ }).click();
  await page.getByRole('row').nth(1).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: 'Journey' }).waitFor();
  await page.context().close();
});

it.each([
  '/console/network/outlets',
  '/console/network/engineers',
  '/console/network/stations',
  '/console/catalogue/models',
  '/console/catalogue/work-types',
  '/console/catalogue/faults',
  '/console/catalogue/prices',
])('%s shows rows and has no serious fault', async (path) => {
  const page = await pageOf(app, 'admin', path);
  await page.getByRole('row').nth(1).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.context().close();
});
