import { listFigureOrders, listFigures } from '@firstfix/contract/insight/endpoints';
import type { FigureName } from '@firstfix/contract/insight/schemas';
import { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { HOUR, type Id, MINUTE, newId } from '@firstfix/kernel';
import { type Caller, systemActor, type Tx } from '@firstfix/platform';
import { startTestApp, type TestAccount, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
const territoryId = newId();
const outletId = newId();
const engineerId = newId();
let prompt: Id;
let late: Id;
beforeAll(async () => {
  app = await startTestApp();
  prompt = await lived({ arrivesAfter: HOUR, worksFor: 40 * MINUTE });
  late = await lived({ arrivesAfter: 5 * HOUR, worksFor: 90 * MINUTE });
  await open();
});
afterAll(() => app.close());

describe('the figures of the promise', () => {
  it('follow from what happened', async () => {
    const figures = await figuresFor({ role: 'director' });
    expect(figures.get('arrival_hours')).toMatchObject({
      value: 3,
      numerator: 6,
      denominator: 2,
      met: false,
    });
    expect(figures.get('window_kept')).toMatchObject({ value: 0.5, missed: 1, met: false });
    expect(figures.get('fixed_first_visit')).toMatchObject({ value: 1, denominator: 2, met: true });
    expect(figures.get('repair_minutes')).toMatchObject({ value: 65, denominator: 2, missed: 1, met: false });
    expect(figures.get('repair_within_limit')).toMatchObject({ value: 0.5 });
    expect(figures.get('install_minutes')).toMatchObject({ value: null, met: null });
    expect(figures.get('households_per_day')).toMatchObject({
      value: 2,
      breakdown: [{ key: '2', denominator: 1 }],
    });
    expect(figures.get('open_orders')).toMatchObject({ value: 1, breakdown: [{ key: 'promise_window' }] });
    expect(figures.get('complaints_per_million')).toMatchObject({ value: 0, denominator: 2, met: true });
  });

  it('count what the caller may see and nothing else', async () => {
    const denominatorFor = async (account: TestAccount) =>
      (await figuresFor(account)).get('fixed_first_visit')?.denominator;
    expect(await denominatorFor({ role: 'dispatcher', territoryIds: [territoryId] })).toBe(2);
    expect(await denominatorFor({ role: 'dispatcher', territoryIds: [newId()] })).toBe(0);
    expect(await denominatorFor({ role: 'outlet_owner', outletId })).toBe(2);
    expect(await denominatorFor({ role: 'outlet_owner', outletId: newId() })).toBe(0);
    const stranger = await app.signIn({ role: 'outlet_owner', outletId: newId() });
    const { items } = await stranger.call(listFigures, { query: { outletId } });
    expect(items.every(({ denominator }) => denominator === 0)).toBe(true);
  });

  it('lead to the orders behind them', async () => {
    const director = await app.signIn({ role: 'director' });
    const orders = (query: { only?: 'all' | 'missed'; limit?: number; cursor?: string }) =>
      director.call(listFigureOrders, { params: { figure: 'window_kept' }, query });
    expect((await orders({ only: 'missed' })).items).toMatchObject([{ workOrderId: late, missed: true }]);
    const first = await orders({ limit: 1 });
    const second = await orders({ limit: 1, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ workOrderId }) => workOrderId)).toEqual([late, prompt]);
    expect(second.next).toBeNull();
  });

  it('refuse a period that is none', async () => {
    const director = await app.signIn({ role: 'director' });
    const query = { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' };
    await expect(director.call(listFigures, { query })).rejects.toMatchObject({
      code: 'insight.period_unfit',
    });
  });
});

async function figuresFor(account: TestAccount) {
  const { items } = await (await app.signIn(account)).call(listFigures, { query: {} });
  return new Map<FigureName, (typeof items)[number]>(items.map((figure) => [figure.name, figure]));
}

/** An order with a window from one to three hours ahead, done in one visit. */
async function lived({ arrivesAfter, worksFor }: { arrivesAfter: number; worksFor: number }): Promise<Id> {
  const id = await open();
  const { orders } = app.modules;
  const window = { start: app.now() + HOUR, end: app.now() + 3 * HOUR };
  await act((tx) => orders.promiseWindow(tx, id, window));
  const planned = { start: window.start, end: window.start + HOUR };
  const visit = await act((tx) =>
    orders.assignVisit(tx, { workOrderIds: [id], engineerId, outletId, planned, how: 'manual' }),
  );
  await act((tx) => orders.acceptVisit(tx, ENGINEER, visit.id));
  await act((tx) => orders.departVisit(tx, ENGINEER, visit.id));
  await app.advance(arrivesAfter);
  await act((tx) => orders.arriveVisit(tx, ENGINEER, visit.id));
  await act((tx) => orders.beginVisit(tx, ENGINEER, visit.id));
  await app.advance(worksFor);
  await act((tx) => orders.finishVisit(tx, ENGINEER, visit.id));
  await app.advance(1);
  return id;
}

function act<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.runtime.transactor.transact(systemActor('test'), work);
}

const ENGINEER: Caller = {
  sessionId: '',
  userId: engineerId,
  role: 'engineer',
  ownId: engineerId,
  outletId,
  territoryIds: [territoryId],
  onlyWorkOrderId: null,
  scope: 'own',
  requestId: 'test',
  remoteAddress: '',
};

async function open(): Promise<Id> {
  const agent = await app.signIn({ role: 'agent' });
  const work = {
    workType: 'repair',
    category: 'fridge',
    productModelId: null,
    symptomCode: null,
    difficulty: 2,
    standardSeconds: 2700,
    limitSeconds: 3600,
    responseSeconds: 43_200,
    priority: 30,
    skills: [],
    cover: 'in_warranty',
    description: '冰箱不制冷',
  } as const;
  const place = { point: { lat: 36.07, lng: 120.38 }, districtCode: '370202', community: '海情小区' };
  const body = {
    customerId: newId(),
    householdId: newId(),
    territoryId,
    work: { ...work, skills: [] },
    place,
  };
  return (await agent.call(openWorkOrder, { body })).id;
}
