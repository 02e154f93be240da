import * as api from '@firstfix/contract/verdict/endpoints';
import { DAY, HOUR, type Id, newId } from '@firstfix/kernel';
import {
  aFinishedOrder,
  anOrderInService,
  type OrderOnTheWay,
  startTestApp,
  type TestApp,
} from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashCode } from '../src/adapters/completion-code.ts';
import { verdictChecks } from '../src/checks.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const customerOf = (order: OrderOnTheWay) => app.signIn({ role: 'customer', ownId: order.customerId });
const engineerOf = (order: OrderOnTheWay) =>
  app.signIn({ role: 'engineer', ownId: order.engineerId, outletId: order.outletId });

async function stateOf(id: Id): Promise<string | undefined> {
  return (await app.modules.orders.findWorkOrder(id))?.state;
}

/** Only the hash is kept: a test puts a code of its own in place. */
async function useCode(order: OrderOnTheWay, code: string): Promise<void> {
  const hash = hashCode(app.modules.customers.keyedHash, order.id, code);
  const changed = await app.rows(
    'update verdict.completion_code set hash = $2 where work_order_id = $1 returning 1',
    [order.id, hash],
  );
  expect(changed).toHaveLength(1);
}

describe('confirming', () => {
  it('takes the code the customer reads out, and locks after five wrong ones', async () => {
    const order = await aFinishedOrder(app);
    await useCode(order, '123456');
    const engineer = await engineerOf(order);
    const params = { id: order.id };
    await expect(engineer.call(api.confirmWorkOrder, { params, body: {} })).rejects.toMatchObject({
      status: 422,
    });
    for (let tries = 1; tries <= 5; tries += 1) {
      await expect(
        engineer.call(api.confirmWorkOrder, { params, body: { completionCode: '654321' } }),
      ).rejects.toMatchObject({ status: 422, code: api.WRONG_COMPLETION_CODE });
    }
    const right = { params, body: { completionCode: '123456' } };
    await expect(engineer.call(api.confirmWorkOrder, right)).rejects.toMatchObject({
      status: 422,
      code: api.COMPLETION_CODE_LOCKED,
    });
    await app.rows(
      `update verdict.completion_code set locked_until = locked_until - interval '15 minutes'
      where work_order_id = $1`,
      [order.id],
    );
    expect(await engineer.call(api.confirmWorkOrder, right)).toMatchObject({ state: 'confirmed' });
    expect(await engineer.call(api.confirmWorkOrder, right)).toMatchObject({ state: 'confirmed' });
  });

  it('needs no code from the customer, is refused to others, and to work not done', async () => {
    const order = await anOrderInService(app);
    const params = { id: order.id };
    const customer = await customerOf(order);
    await expect(customer.call(api.confirmWorkOrder, { params, body: {} })).rejects.toMatchObject({
      status: 409,
      code: 'orders.illegal_transition',
    });
    const stranger = await app.signIn({ role: 'customer', ownId: newId() });
    await expect(stranger.call(api.confirmWorkOrder, { params, body: {} })).rejects.toMatchObject({
      status: 404,
    });
    const unknown = { params, body: { signatureHash: 'a'.repeat(64) } };
    await expect((await engineerOf(order)).call(api.confirmWorkOrder, unknown)).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe('rating', () => {
  it('closes a confirmed order, is the customer’s own, and keeps what was said before', async () => {
    const order = await aFinishedOrder(app);
    const params = { id: order.id };
    const customer = await customerOf(order);
    await customer.call(api.confirmWorkOrder, { params, body: {} });
    const body = {
      stars: 5,
      dimensions: { manner: 4 },
      tags: ['polite' as const],
      words: '师傅电话13800138000',
    };
    const rating = await customer.call(api.rateWorkOrder, { params, body });
    expect(rating).toMatchObject({
      stars: 5,
      revision: 1,
      words: '师傅电话138****8000',
      history: [],
      counts: true,
    });
    expect(rating.dimensions).toMatchObject({ manner: 4, skill: null });
    expect(await stateOf(order.id)).toBe('closed');
    await expect(customer.call(api.rateWorkOrder, { params, body })).rejects.toMatchObject({
      code: api.ALREADY_RATED,
    });
    await expect((await engineerOf(order)).call(api.rateWorkOrder, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    await app.advance(6 * DAY);
    await customer.call(api.changeRating, { params, body: { stars: 2 } });
    expect(await customer.call(api.getRating, { params })).toMatchObject({
      stars: 2,
      revision: 2,
      history: [{ stars: 5, words: '师傅电话138****8000' }],
    });
    await app.advance(2 * DAY);
    await expect(customer.call(api.changeRating, { params, body: { stars: 3 } })).rejects.toMatchObject({
      status: 409,
      code: api.RATING_CLOSED,
    });
    await expect(app.rows('delete from verdict.rating')).rejects.toThrow(/forbidden/);
    await expect(app.rows('update verdict.rating_history set stars = 5')).rejects.toThrow(/forbidden/);
  });

  it('waits for the end of the work', async () => {
    const order = await anOrderInService(app);
    const rate = { params: { id: order.id }, body: { stars: 5 } };
    await expect((await customerOf(order)).call(api.rateWorkOrder, rate)).rejects.toMatchObject({
      status: 409,
      code: api.NOT_FINISHED,
    });
  });

  it('is given once however often it is sent at the same time', async () => {
    const order = await aFinishedOrder(app);
    const customer = await customerOf(order);
    const rate = { params: { id: order.id }, body: { stars: 4 } };
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => customer.call(api.rateWorkOrder, rate)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the follow-up', () => {
  it('ends after 72 hours neutral, confirmed and closed; a late rating takes the neutral one’s place', async () => {
    const order = await aFinishedOrder(app);
    const params = { id: order.id };
    await app.advance(72 * HOUR - 1);
    expect(await stateOf(order.id)).toBe('completed');
    await app.advance(1);
    expect(await stateOf(order.id)).toBe('closed');
    const customer = await customerOf(order);
    expect(await customer.call(api.getRating, { params })).toMatchObject({ neutral: true, stars: null });
    await app.advance(14 * DAY);
    expect(await customer.call(api.rateWorkOrder, { params, body: { stars: 1 } })).toMatchObject({
      neutral: false,
      revision: 2,
      history: [{ neutral: true }],
    });
  });

  it('is worked off by agents: refill goes back to the engineer, redo opens a rework', async () => {
    const order = await aFinishedOrder(app);
    const params = { id: order.id };
    const agent = await app.signIn({ role: 'agent' });
    const listed = await agent.call(api.listFollowUps, { query: { territoryId: order.territoryId } });
    expect(listed.items).toMatchObject([{ workOrderId: order.id, state: 'open' }]);
    await agent.call(api.answerFollowUp, { params, body: { answer: 'refill', note: '缺照片' } });
    const sentBack = await (await engineerOf(order)).call(api.listFollowUps, { query: { state: 'refill' } });
    expect(sentBack.items).toMatchObject([{ workOrderId: order.id, note: '缺照片' }]);
    const redo = { params, body: { answer: 'redo' as const, ratingAsked: true } };
    const answered = await agent.call(api.answerFollowUp, redo);
    expect(answered).toMatchObject({ state: 'answered', outcome: 'redo', ratingAsked: true });
    const rework = await app.modules.orders.findWorkOrder(answered.reworkId ?? '');
    expect(rework).toMatchObject({ state: 'open', reworkOf: order.id, customerId: order.customerId });
    await expect(agent.call(api.answerFollowUp, redo)).rejects.toMatchObject({ code: api.FOLLOW_UP_ENDED });
  });

  it('does nothing twice when an event comes twice', async () => {
    const order = await aFinishedOrder(app);
    const [event] = await app.rows<{ payload: object }>(
      `select jsonb_build_object('workOrderIds', jsonb_build_array($1::text)) as payload`,
      [order.id],
    );
    await app.rows(`insert into platform.outbox (event, payload) values ('orders.visit_finished', $1)`, [
      JSON.stringify(event?.payload),
    ]);
    await app.settle();
    const rows = await app.rows(
      `select from platform.sla_clock where subject_id = $1 and kind = 'follow_up'`,
      [order.id],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a complaint', () => {
  it('keeps the order open until it is answered, judged and closed', async () => {
    const order = await aFinishedOrder(app);
    const params = { id: order.id };
    const customer = await customerOf(order);
    const words = '师傅迟到两小时，请回电 13800138000';
    const opened = await customer.call(api.openComplaint, { params, body: { severity: 'normal', words } });
    expect(opened).toMatchObject({ state: 'open', words: '师傅迟到两小时，请回电 138****8000' });
    await customer.call(api.confirmWorkOrder, { params, body: {} });
    await customer.call(api.rateWorkOrder, { params, body: { stars: 2 } });
    expect(await stateOf(order.id)).toBe('confirmed');

    const agent = await app.signIn({ role: 'agent' });
    const quality = await app.signIn({ role: 'quality' });
    const complaint = { params: { id: opened.id } };
    await agent.call(api.answerComplaint, { ...complaint, body: { words: '非常抱歉' } });
    await expect(customer.call(api.closeComplaint, complaint)).rejects.toMatchObject({
      status: 409,
      code: api.NOT_JUDGED,
    });
    const judgement = { liable: 'engineer' as const, words: '确实迟到' };
    await expect(agent.call(api.judgeComplaint, { ...complaint, body: judgement })).rejects.toMatchObject({
      status: 403,
    });
    await quality.call(api.judgeComplaint, { ...complaint, body: judgement });
    expect(await customer.call(api.closeComplaint, complaint)).toMatchObject({ state: 'closed' });
    expect(await stateOf(order.id)).toBe('closed');
    const open = await app.rows(
      'select from platform.sla_clock where subject_id = $1 and stopped_at is null',
      [opened.id],
    );
    expect(open).toHaveLength(0);
    expect(await app.modules.verdict.verdictOf(order.id)).toMatchObject({
      stars: 2,
      openComplaints: 0,
      liable: ['engineer'],
    });
  });

  it('is seen by those it concerns', async () => {
    const order = await aFinishedOrder(app);
    const agent = await app.signIn({ role: 'agent' });
    const body = { severity: 'severe' as const, words: '漏电' };
    const { id } = await agent.call(api.openComplaint, { params: { id: order.id }, body });
    const mine = await (await engineerOf(order)).call(api.listComplaints, { query: {} });
    expect(mine.items.map((complaint) => complaint.id)).toEqual([id]);
    const other = await app.signIn({ role: 'engineer', ownId: newId(), outletId: newId() });
    await expect(other.call(api.getComplaint, { params: { id } })).rejects.toMatchObject({ status: 404 });
  });
});

it('the doctor finds nothing, and finds what is wrong', async () => {
  const violations = async () => {
    const found = await Promise.all(
      verdictChecks.map(({ find }) => (typeof find === 'string' ? app.rows(find) : [])),
    );
    return found.flat();
  };
  expect(await violations()).toEqual([]);
  await aFinishedOrder(app);
  await app.rows(`delete from platform.timer where key like 'verdict:%'`);
  await app.rows('update verdict.rating set stars = 4 where stars = 2');
  expect((await violations()).length).toBeGreaterThan(1);
});
