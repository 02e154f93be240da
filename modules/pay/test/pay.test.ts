import * as api from '@firstfix/contract/pay/endpoints';
import * as verdict from '@firstfix/contract/verdict/endpoints';
import { DAY, HOUR, newId } from '@firstfix/kernel';
import { type Caller, systemActor, type Tx } from '@firstfix/platform';
import { aFinishedOrder, type OrderOnTheWay, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentSimulator } from '../src/adapters/payment-provider.ts';
import { findMiscomputed } from '../src/checks/recompute.ts';
import { payChecks } from '../src/checks.ts';
import type { PayNeeds } from '../src/needs.ts';
import { createPayment } from '../src/operations/create-payment.ts';
import { refundPayment, simulatePayment } from '../src/operations/settle-payment.ts';
import { NOTHING_BELOW_FOUR_STARS, WAGES } from '../src/wage-policy.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.runtime.transactor.transact(systemActor('test'), work);

async function rate(order: OrderOnTheWay, stars: number): Promise<void> {
  const customer = await app.signIn({ role: 'customer', ownId: order.customerId });
  await customer.call(verdict.rateWorkOrder, { params: { id: order.id }, body: { stars } });
  await app.settle();
}

async function change(order: OrderOnTheWay, stars: number): Promise<void> {
  const customer = await app.signIn({ role: 'customer', ownId: order.customerId });
  await customer.call(verdict.changeRating, { params: { id: order.id }, body: { stars } });
  await app.settle();
}

const engineerOf = (order: OrderOnTheWay) =>
  app.signIn({ role: 'engineer', ownId: order.engineerId, outletId: order.outletId });

async function violations(): Promise<unknown[]> {
  const look = { rows: app.rows, dataDir: '' };
  const found = await Promise.all(
    payChecks.map(({ find }) => (typeof find === 'string' ? app.rows(find) : find(look))),
  );
  return found.flat();
}

describe('earning by the customer’s stars', () => {
  it('is on the engineer’s phone after the rating, and replaced when the rating changes', async () => {
    const order = await aFinishedOrder(app);
    await rate(order, 5);
    const engineer = await engineerOf(order);
    const day = await engineer.call(api.getMyEarnings, { query: {} });
    // an engineer the network does not know is of grade C; nobody diagnosed a repair class: 50 yuan
    expect(day).toMatchObject({
      totalFen: 5463,
      items: [{ kind: 'earned', stars: 5, amountFen: 5463, policyVersion: 1 }],
    });
    expect(day.items[0]?.lines[0]).toMatchObject({
      rule: 'labour_price',
      arithmetic: '¥50.00 × 1.00 × 1.00 × 0.95 × 1.15 = ¥54.63',
    });
    await change(order, 1);
    const later = await engineer.call(api.getMyEarnings, { query: {} });
    expect(later.totalFen).toBe(0);
    expect(later.items.map(({ kind, amountFen }) => [kind, amountFen]).sort()).toEqual([
      ['earned', 0],
      ['earned', 5463],
      ['taken_back', -5463],
    ]);
    const finance = await app.signIn({ role: 'finance' });
    const money = await finance.call(api.getOrderMoney, { params: { id: order.id } });
    expect(money.earning).toMatchObject({ revision: 2, stars: 1, wageFen: 0, outletFeeFen: 600 });
    expect(money.ledger.map(({ cause }) => cause).sort()).toEqual(
      [
        `outlet_fee:${order.id}:1`,
        `outlet_fee:${order.id}:2`,
        `reversal:outlet_fee:${order.id}:1`,
        `reversal:wage:${order.id}:1`,
        `wage:${order.id}:1`,
      ].sort(),
    );
    expect(await violations()).toEqual([]);
  });

  it('is expected beforehand by whoever has the order, and adds up to days of a month', async () => {
    const order = await aFinishedOrder(app);
    const engineer = await engineerOf(order);
    const expected = await engineer.call(api.getExpectedWage, { params: { id: order.id }, query: {} });
    expect(expected.items.map(({ repairClass, amountFen }) => [repairClass, amountFen])).toEqual([
      ['major', 13110],
      ['medium', 8740],
      ['minor', 5463],
      ['adjust', 3278],
    ]);
    const stranger = await app.signIn({ role: 'engineer', ownId: newId() });
    await expect(
      stranger.call(api.getExpectedWage, { params: { id: order.id }, query: {} }),
    ).rejects.toMatchObject({ status: 404 });
    await rate(order, 5);
    await change(order, 4);
    const { day } = await engineer.call(api.getMyEarnings, { query: {} });
    expect(await engineer.call(api.getMyEarningDays, { query: { month: day } })).toEqual({
      month: day.slice(0, 7),
      totalFen: 4750,
      items: [{ day, orders: 1, totalFen: 4750 }],
    });
    expect((await engineer.call(api.getMyEarningDays, { query: { month: '2026-01-31' } })).items).toEqual([]);
  });

  it('shows the engineer no fee of the outlet, and strangers nothing', async () => {
    const order = await aFinishedOrder(app);
    await rate(order, 4);
    const mine = await (await engineerOf(order)).call(api.getOrderMoney, { params: { id: order.id } });
    expect(mine).toMatchObject({
      earning: { wageFen: 4750, outletFeeFen: null, outletFeeLines: [] },
      ledger: [],
    });
    const outlet = await app.signIn({ role: 'outlet_owner', outletId: order.outletId });
    const earnings = await outlet.call(api.getOutletEarnings, { query: {} });
    expect(earnings).toMatchObject({
      outletFeeFen: 1500,
      engineers: [{ engineerId: order.engineerId, orders: 1, wageFen: 4750, outletFeeFen: 1500 }],
    });
    const other = await app.signIn({ role: 'outlet_owner', outletId: newId() });
    await expect(other.call(api.getOrderMoney, { params: { id: order.id } })).rejects.toMatchObject({
      status: 404,
    });
    expect((await other.call(api.getOutletEarnings, { query: {} })).engineers).toEqual([]);
  });

  it('is neutral without stars, and the late rating takes its place', async () => {
    const order = await aFinishedOrder(app);
    await app.advance(72 * HOUR);
    const day = await (await engineerOf(order)).call(api.getMyEarnings, { query: {} });
    expect(day.items).toMatchObject([{ stars: null, amountFen: 4750 }]);
    await app.advance(10 * DAY);
    await rate(order, 5);
    const later = await (await engineerOf(order)).call(api.getMyEarnings, { query: {} });
    expect(later.totalFen).toBe(5463 - 4750);
  });

  it('is posted once, whatever order the events come in', async () => {
    const order = await aFinishedOrder(app);
    const verdictOf = (revision: number, stars: number) => ({
      workOrderId: order.id,
      customerId: order.customerId,
      engineerId: order.engineerId,
      outletId: order.outletId,
      territoryId: order.territoryId,
      revision,
      stars,
      neutral: false,
      counts: true,
    });
    const reactions = app.modules.pay.parts.reactions;
    const react = (revision: number, stars: number) =>
      inTx(
        (tx) => reactions[revision === 1 ? 0 : 1]?.react(tx, verdictOf(revision, stars)) ?? Promise.resolve(),
      );
    await Promise.all([react(2, 3), react(1, 5), react(2, 3), react(1, 5)]);
    await react(1, 5);
    const rows = await app.rows<{ revision: number }>(
      'select revision from pay.earning where work_order_id = $1 and replaced_at is null',
      [order.id],
    );
    expect(rows).toEqual([{ revision: 2 }]);
    const [held] = await app.rows<{ fen: string }>(
      `select -sum(amount_fen) as fen from pay.posting p join pay.account a on a.id = p.account_id
       where a.kind = 'engineer' and a.owner_id = $1`,
      [order.engineerId],
    );
    expect(Number(held?.fen)).toBe(3800);
    await rate(order, 5);
    await change(order, 3);
    expect(await violations()).toEqual([]);
  });

  it('follows the policy in force when the work was done, and comes to the same fen when computed again', async () => {
    const before = await aFinishedOrder(app);
    await app.advance(1000);
    await inTx((tx) => app.runtime.policies.publish(tx, WAGES.name, NOTHING_BELOW_FOUR_STARS, tx.now));
    const after = await aFinishedOrder(app);
    await rate(before, 3);
    await rate(after, 3);
    const wages = await app.rows<{ policy_version: number; wage_fen: string }>(
      'select policy_version, wage_fen from pay.earning where work_order_id = any($1) order by policy_version',
      [[before.id, after.id]],
    );
    expect(wages.map((row) => [row.policy_version, Number(row.wage_fen)])).toEqual([
      [1, 3800],
      [2, 0],
    ]);
    expect(await findMiscomputed({ rows: app.rows })).toEqual([]);
    expect(
      await findMiscomputed({
        rows: async (sql, parameters) =>
          app.rows(sql.replace('wage_fen::int8', 'wage_fen + 1'), [...(parameters ?? [])]),
      }),
    ).not.toEqual([]);
  });
});

describe('payments', () => {
  const callerOf = (order: OrderOnTheWay, role: 'customer' | 'engineer'): Caller => ({
    sessionId: newId(),
    userId: newId(),
    role,
    ownId: role === 'customer' ? order.customerId : order.engineerId,
    outletId: role === 'customer' ? null : order.outletId,
    territoryIds: [],
    onlyWorkOrderId: null,
    scope: 'own',
    requestId: 'test',
    remoteAddress: '127.0.0.1',
  });
  /** A customer who approved a quote of 106 yuan. */
  const needs = (): PayNeeds => ({
    orders: app.modules.orders,
    summaryOf: async () => ({
      approvedQuoteFen: 10_600,
      quoteLines: [],
      repairClass: null,
      distanceMetres: null,
    }),
    findEngineer: async () => undefined,
    findTerritory: async () => undefined,
    isOfferedTo: async () => false,
    isPublicHoliday: () => false,
    provider: paymentSimulator,
  });
  const pay = (order: OrderOnTheWay, amountFen = 10_600, role: 'customer' | 'engineer' = 'customer') =>
    inTx((tx) =>
      createPayment(tx, needs(), app.runtime.policies, callerOf(order, role), order.id, {
        amountFen,
        method: role === 'customer' ? 'online' : 'cash',
      }),
    );

  it('are the approved quote, once, with a receipt', async () => {
    const order = await aFinishedOrder(app);
    await expect(pay(order, 10_599)).rejects.toMatchObject({ status: 422, code: api.AMOUNT_DIFFERS });
    const created = await Promise.all([pay(order), pay(order), pay(order)]);
    expect(new Set(created.map(({ id }) => id)).size).toBe(1);
    const [{ id }] = created;
    const customer = await app.signIn({ role: 'customer', ownId: order.customerId });
    await expect(customer.call(api.getReceipt, { params: { id } })).rejects.toMatchObject({
      code: api.NOT_PAID,
    });
    const paid = { params: { id }, body: { outcome: 'paid' as const } };
    expect(await customer.call(api.simulatePayment, paid)).toMatchObject({
      state: 'paid',
      provider: 'simulator',
    });
    expect(await customer.call(api.simulatePayment, paid)).toMatchObject({ state: 'paid' });
    expect(await customer.call(api.getReceipt, { params: { id } })).toMatchObject({
      amountFen: 10_600,
      taxFen: 600,
    });
    await expect(pay(order)).rejects.toMatchObject({ status: 409, code: api.ALREADY_PAID });
    const finance = await app.signIn({ role: 'finance' });
    const money = await finance.call(api.getOrderMoney, { params: { id: order.id } });
    expect(money.ledger[0]?.postings).toMatchObject([
      { kind: 'customer_payments', amountFen: 10_600 },
      { kind: 'revenue', ownerId: order.territoryId, amountFen: -10_000 },
      { kind: 'taxes', amountFen: -600 },
    ]);
    const refund = { params: { id }, body: { reason: 'part returned' } };
    expect(await finance.call(api.refundPayment, refund)).toMatchObject({ state: 'refunded' });
    await expect(finance.call(api.refundPayment, refund)).rejects.toMatchObject({ code: api.NOT_PAID });
    expect(await violations()).toEqual([]);
  });

  it('fail and are tried again; cash is the engineer’s to record', async () => {
    const order = await aFinishedOrder(app);
    const first = await pay(order);
    await inTx((tx) =>
      simulatePayment(tx, needs(), app.runtime.policies, callerOf(order, 'customer'), first.id, 'failed'),
    );
    const cash = await pay(order, 10_600, 'engineer');
    expect(cash).toMatchObject({ state: 'paid', method: 'cash' });
    expect(cash.receiptNumber).toMatch(/^R\d{12}$/);
    const stranger = { ...callerOf(order, 'customer'), ownId: newId() };
    const given = { reason: 'x', ifMatch: undefined };
    await expect(inTx((tx) => refundPayment(tx, needs(), stranger, cash.id, given))).rejects.toMatchObject({
      status: 404,
    });
    const customer = await app.signIn({ role: 'customer', ownId: order.customerId });
    const listed = await customer.call(api.listPayments, { params: { id: order.id } });
    expect(listed.items.map(({ state }) => state)).toEqual(['failed', 'paid']);
    const other = await aFinishedOrder(app);
    const visitor = await app.signIn({ role: 'customer', ownId: other.customerId });
    const body = { amountFen: 1, method: 'online' as const };
    await expect(visitor.call(api.createPayment, { params: { id: other.id }, body })).rejects.toMatchObject({
      status: 409,
      code: api.NOTHING_TO_PAY,
    });
  });
});

describe('the ledger browser', () => {
  it('lists accounts, pages statements, and the trial balance is zero', async () => {
    const order = await aFinishedOrder(app);
    await rate(order, 5);
    const finance = await app.signIn({ role: 'finance' });
    const accounts = await finance.call(api.listLedgerAccounts, { query: { ownerId: order.engineerId } });
    expect(accounts.items).toMatchObject([{ kind: 'engineer', balanceFen: -5463 }]);
    const cost = await finance.call(api.listLedgerAccounts, { query: { ownerId: order.territoryId } });
    const params = { id: cost.items[0]?.id ?? '' };
    const first = await finance.call(api.getAccountStatement, { params, query: { limit: 1 } });
    const second = await finance.call(api.getAccountStatement, {
      params,
      query: { limit: 1, cursor: first.next ?? '' },
    });
    expect([...first.items, ...second.items].map(({ kind }) => kind).sort()).toEqual(['outlet_fee', 'wage']);
    expect(second.next).toBeNull();
    expect(await finance.call(api.getTrialBalance, { query: {} })).toMatchObject({ totalFen: 0 });
    const pages = await finance.call(api.listLedgerAccounts, { query: { limit: 2 } });
    const next = await finance.call(api.listLedgerAccounts, {
      query: { limit: 2, cursor: pages.next ?? '' },
    });
    expect(new Set([...pages.items, ...next.items].map(({ id }) => id)).size).toBe(4);
    await expect(finance.call(api.listLedgerAccounts, { query: { cursor: 'bm8' } })).rejects.toMatchObject({
      status: 400,
    });
    const agent = await app.signIn({ role: 'agent' });
    await expect(agent.call(api.getTrialBalance, { query: {} })).rejects.toMatchObject({ status: 403 });
  });

  it('opens a transaction with its cause and the mirror that took it back', async () => {
    const order = await aFinishedOrder(app);
    await rate(order, 5);
    await change(order, 2);
    const director = await app.signIn({ role: 'director' });
    const { ledger } = await director.call(api.getOrderMoney, { params: { id: order.id } });
    const mirror = ledger.find(({ cause }) => cause === `reversal:wage:${order.id}:1`);
    const open = (id: string) => director.call(api.getLedgerTransaction, { params: { id } });
    const first = await open(mirror?.reverses ?? '');
    expect(first).toMatchObject({
      cause: `wage:${order.id}:1`,
      workOrderId: order.id,
      reverses: null,
      reversedBy: mirror?.id,
    });
    expect(first.postings.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
    expect(await open(mirror?.id ?? '')).toMatchObject({ reverses: first.id, reversedBy: null });
    await expect(open(newId())).rejects.toMatchObject({ status: 404 });
  });

  it('shows payments of all orders, by state', async () => {
    const finance = await app.signIn({ role: 'finance' });
    const all = await finance.call(api.browsePayments, { query: {} });
    expect(all.items.length).toBeGreaterThan(1);
    const pages = await finance.call(api.browsePayments, { query: { limit: 1 } });
    const next = await finance.call(api.browsePayments, { query: { limit: 1, cursor: pages.next ?? '' } });
    expect([...pages.items, ...next.items]).toEqual(all.items.slice(0, 2));
    const refunded = await finance.call(api.browsePayments, { query: { state: 'refunded' } });
    expect(refunded.items).toEqual(all.items.filter(({ state }) => state === 'refunded'));
  });
});
