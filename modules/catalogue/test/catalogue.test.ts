import * as api from '@firstfix/contract/catalogue/endpoints';
import { DAY, stableId } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { systemActor } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue, seedCatalogue } from '../src/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await seed();
});
afterAll(() => app.close());

function seed(): Promise<void> {
  return app.runtime.transactor.transact(systemActor('seed'), seedCatalogue);
}

function inDays(days: number): string {
  return localDateOf(app.now() + days * DAY, DEFAULT_ZONE);
}

describe('the shipped catalogue', () => {
  it('is seeded again without a change', async () => {
    const counts = () =>
      app.rows(`select (select count(*) from catalogue.product_model) as models,
        (select count(*) from catalogue.symptom) as symptoms, (select count(*) from catalogue.price_line) as lines`);
    const before = await counts();
    await seed();
    expect(await counts()).toEqual(before);
    expect(before).toMatchObject([{ models: 40 }]);
  });

  it('breaks none of its invariants', async () => {
    for (const { name, find } of app.modules.catalogue.parts.checks) {
      if (typeof find === 'string') expect(await app.rows(find), name).toEqual([]);
    }
  });

  it('pages and searches models', async () => {
    const guest = await app.signIn();
    const first = await guest.call(api.listModels, { query: { category: 'ac', limit: 4 } });
    const second = await guest.call(api.listModels, {
      query: { category: 'ac', limit: 4, cursor: first.next ?? '' },
    });
    expect([...first.items, ...second.items].map(({ code }) => code)).toHaveLength(7);
    expect(second.next).toBeNull();
    const found = await guest.call(api.listModels, { query: { text: '滚筒洗衣机' } });
    expect(found.items.map(({ code }) => code)).toEqual(['XQG-100B2', 'XQG-80B1']);
    const past = await guest.call(api.listModels, { query: { category: 'ac', onMarketAt: '2015-05-01' } });
    expect(past.items.map(({ code }) => code)).toEqual(['KC-25/W']);
  });

  it('gives a model the promises made for it', async () => {
    const guest = await app.signIn();
    const heater = await guest.call(api.getModel, { params: { id: stableId('model:Hearth:ES60H-C1') } });
    expect(heater.promises).toMatchObject([{ unitMonths: 36, mainPartMonths: 96, mainParts: ['tank'] }]);
    const unknown = guest.call(api.getModel, { params: { id: stableId('nothing') } });
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });

  it('has the 1 + 5 and the five ones on every checklist', async () => {
    const { items } = await (await app.signIn()).call(api.listWorkTypes);
    expect(items).toHaveLength(10);
    for (const { code, checklist, norms } of items) {
      const groups = Map.groupBy(checklist, ({ group }) => group);
      expect(groups.get('five_ones'), code).toHaveLength(5);
      for (const service of [
        'work',
        'electricity',
        'explanation',
        'maintenance',
        'inspection',
        'cleanliness',
      ]) {
        expect(groups.has(service), `${code} ${service}`).toBe(true);
      }
      expect(norms).toHaveLength(8);
    }
    const limits = items.flatMap(({ code, norms }) => (code === 'repair' ? norms : []));
    expect(Math.max(...limits.map(({ limitSeconds }) => limitSeconds))).toBe(3600);
  });

  it('knows the electric limits of a class, a heater’s by its power', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const limitsOf = (query: { category: string; ratedWatts?: number; on?: string }) =>
      agent.call(api.getElectricLimits, { query });
    expect(await limitsOf({ category: 'ac' })).toMatchObject({
      voltageMinimumVolts: 198,
      voltageMaximumVolts: 235.4,
      earthMaximumOhms: 4,
      leakageMaximumMilliamps: 3.5,
    });
    expect(await limitsOf({ category: 'waterheater', ratedWatts: 3000 })).toMatchObject({
      leakageMaximumMilliamps: 2.25,
    });
    expect(await limitsOf({ category: 'waterheater', ratedWatts: 9000 })).toMatchObject({
      leakageMaximumMilliamps: 5,
    });
    expect(await limitsOf({ category: 'tv' })).toMatchObject({ earthMaximumOhms: null });
    await expect(limitsOf({ category: 'ac', on: '1990-01-01' })).rejects.toMatchObject({ status: 404 });
    await expect(limitsOf({ category: 'car' })).rejects.toMatchObject({ status: 422 });
  });
});

describe('triage', () => {
  it('asks for the grade, the product and the certificates', async () => {
    const { catalogue } = app.modules;
    const question = { workType: 'repair', category: 'fridge', symptomCode: 'not_cooling' };
    expect(await catalogue.triageOf(question)).toEqual({
      difficulty: 2,
      standardSeconds: 2700,
      limitSeconds: 3600,
      skills: ['grade:B', 'prod:fridge', 'cert:refrigerant'],
      probableParts: ['compressor', 'seal-kit'],
    });
    const gas = await catalogue.triageOf({
      workType: 'install',
      category: 'waterheater',
      symptomCode: null,
      productModelId: stableId('model:Hearth:JSQ31-16K'),
    });
    expect(gas.skills).toContain('cert:gas');
    await expect(catalogue.triageOf({ ...question, workType: 'paint' })).rejects.toMatchObject({
      status: 422,
    });
  });

  it('matches words over the API', async () => {
    const customer = await app.signIn({ role: 'customer', ownId: stableId('somebody') });
    const match = (words: string) => customer.call(api.matchSymptom, { body: { category: 'washer', words } });
    expect((await match('洗衣机不脱水，还响')).match).toMatchObject({ symptomCode: 'not_spinning' });
    expect((await match('今天天气好')).match).toBeNull();
  });
});

describe('prices', () => {
  const basket = {
    category: 'ac',
    workType: 'repair',
    regionCode: '370200',
    items: [
      { code: 'labour.repair.ac.major', quantity: 1 },
      { code: 'material.r32', quantity: 3 },
      { code: 'travel.km', quantity: 12 },
    ],
  };

  it('come from the list of the date and region', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const now = await agent.call(api.quotePrices, { body: basket });
    expect(now).toMatchObject({ priceListVersion: 'CN@2026-07-01' });
    expect(now.totalFen).toBe(now.lines.reduce((sum, { amountFen }) => sum + amountFen, 0));
    const before = await agent.call(api.quotePrices, { body: { ...basket, on: '2026-06-30' } });
    expect(before).toMatchObject({
      priceListVersion: 'CN@2024-01-01',
      totalFen: 26_000 + 3 * 3000 + 12 * 200,
    });
    const shanghai = await agent.call(api.quotePrices, { body: { ...basket, regionCode: '310000' } });
    expect(shanghai.totalFen).toBeGreaterThan(now.totalFen);
    const nothing = agent.call(api.quotePrices, { body: { ...basket, on: '2020-01-01' } });
    await expect(nothing).rejects.toMatchObject({ status: 422, code: api.NO_PRICE_LIST });
  });

  it('are refused off the list', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const items = [
      { code: 'labour.repair.ac.minor', quantity: 1 },
      { code: 'labour.repair.tv.minor', quantity: 1 },
    ];
    const quoted = agent.call(api.quotePrices, { body: { ...basket, items } });
    await expect(quoted).rejects.toMatchObject({
      status: 422,
      code: api.NOT_ON_PRICE_LIST,
      problem: { errors: [{ pointer: '/items/1/code' }] },
    });
  });

  it('change by a published list, from its date on only', async () => {
    const finance = await app.signIn({ role: 'finance' });
    const country = stableId('price-list:CN:2026-07-01');
    const base = await finance.call(api.getPriceList, { params: { id: country } });
    const major = base.lines.filter(({ code }) => code === 'labour.repair.ac.major');
    const lines = major.map((line) => ({ ...line, unitFen: 99_900 }));
    const draft = await finance.call(api.draftPriceList, {
      body: { regionCode: '370200', effectiveFrom: inDays(3), basedOn: country, lines },
    });
    expect(draft.lines).toHaveLength(base.lines.length);
    const stale = finance.call(api.publishPriceList, { params: { id: draft.id }, ifMatch: 7 });
    await expect(stale).rejects.toMatchObject({ status: 412 });
    const quoted = await finance.call(api.quotePrices, { body: basket });
    await finance.call(api.publishPriceList, { params: { id: draft.id }, ifMatch: draft.version });
    const again = finance.call(api.publishPriceList, { params: { id: draft.id } });
    await expect(again).rejects.toMatchObject({ status: 409, code: api.ALREADY_PUBLISHED });
    expect(await finance.call(api.quotePrices, { body: basket })).toEqual(quoted);
  });

  it('never change behind what was published', async () => {
    const finance = await app.signIn({ role: 'finance' });
    const country = stableId('price-list:CN:2026-07-01');
    const today = await finance.call(api.draftPriceList, {
      body: { regionCode: 'CN', effectiveFrom: inDays(0), basedOn: country, lines: [] },
    });
    const late = finance.call(api.publishPriceList, { params: { id: today.id } });
    await expect(late).rejects.toMatchObject({ status: 409, code: api.NOT_AHEAD });
    const update = app.rows('update catalogue.price_line set unit_fen = 1 where price_list_id = $1', [
      country,
    ]);
    await expect(update).rejects.toThrow(/published/);
    const remove = app.rows('delete from catalogue.price_list where id = $1', [country]);
    await expect(remove).rejects.toThrow(/published/);
  });

  it('are drafted by finance only, of what the catalogue knows', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const body = { regionCode: 'CN', effectiveFrom: inDays(9), lines: [] };
    await expect(agent.call(api.draftPriceList, { body })).rejects.toMatchObject({ status: 403 });
    const finance = await app.signIn({ role: 'finance' });
    const empty = await finance.call(api.draftPriceList, { body });
    const published = finance.call(api.publishPriceList, { params: { id: empty.id } });
    await expect(published).rejects.toMatchObject({ status: 409, code: api.EMPTY_PRICE_LIST });
    const based = finance.call(api.draftPriceList, { body: { ...body, basedOn: stableId('nothing') } });
    await expect(based).rejects.toMatchObject({ status: 422 });
  });

  it('take effect for whoever asks when the day has come', async () => {
    await app.advance(4 * DAY);
    const asked = { ...basket, at: app.now() };
    // a server that remembers nothing of the days before
    const priced = await createCatalogue(app.runtime).priceOf(asked);
    expect(priced).toMatchObject({
      priceListVersion: `370200@${inDays(-1)}`,
      lines: [{ unitFen: 99_900 }, {}, {}],
    });
  });
});
