import { ApiProblem, type Client } from '@firstfix/contract/client';
import * as api from '@firstfix/contract/dispatch/endpoints';
import { listMyMessages } from '@firstfix/contract/notices/endpoints';
import * as orders from '@firstfix/contract/orders/endpoints';
import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { DAY, HOUR, type Id, MINUTE, newId, parseInstant } from '@firstfix/kernel';
import { type Caller, systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let app: TestApp;
let agent: Client;
let dispatcher: Client;
let territoryId: Id;

beforeAll(async () => {
  app = await startTestApp();
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.network.seedDemoNetwork(tx, { now: app.now() }),
  );
  // a working morning, wherever the clock of the machine stands
  await app.advance(DAY + HOUR);
  const [busiest] = await app.rows<{ territory_id: Id }>(
    'select territory_id from network.engineer group by 1 order by count(*) desc limit 1',
  );
  territoryId = busiest?.territory_id ?? '';
  agent = await app.signIn({ role: 'agent' });
  dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [territoryId] });
});
afterAll(() => app.close());

let order: WorkOrderView;
/** Promised for the third window that somebody has free. */
beforeEach(async () => {
  const body = anOrder({ territoryId });
  const work = { ...body.work, skills: ['grade:C'], difficulty: 1 };
  const place = { ...body.place, point: { lat: 36.1, lng: 120.4 } };
  const { id } = await agent.call(orders.openWorkOrder, { body: { ...body, work, place } });
  const { items } = await agent.call(api.listSlots, { params: { id } });
  const free = items.filter(({ fit }) => fit !== 'full')[2];
  if (!free) throw new Error('no slot is free');
  const window = { start: parseInstant(free.start), end: parseInstant(free.end) };
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.orders.promiseWindow(tx, id, window),
  );
  order = await agent.call(orders.getWorkOrder, { params: { id } });
});

/** To the best candidate. */
async function assigned(): Promise<VisitView> {
  const params = { id: order.id };
  const { candidates } = await dispatcher.call(api.listCandidates, { params });
  const body = { engineerId: candidates[0]?.engineerId ?? '' };
  return dispatcher.call(api.assignWorkOrder, { params, body });
}

async function codeOf(refused: Promise<unknown>): Promise<string> {
  const error = await refused.catch((thrown: unknown) => thrown);
  return error instanceof ApiProblem ? error.code : 'was not refused';
}

/** Somebody as the modules see the caller. */
const NOBODY: Caller = {
  sessionId: newId(),
  userId: newId(),
  role: 'engineer',
  scope: 'own',
  ownId: null,
  outletId: null,
  territoryIds: [],
  onlyWorkOrderId: null,
  requestId: 'test',
  remoteAddress: '127.0.0.1',
};

describe('taking an assignment back', () => {
  const takeBack = (client: Client, reason: 'engineer_unavailable' | 'undone', note?: string) =>
    client.call(api.unassignWorkOrder, {
      params: { id: order.id },
      body: { reason, ...(note ? { note } : {}) },
    });

  it('keeps the promise, and is told to the engineer, in the journey and among the reasons', async () => {
    const visit = await assigned();
    const back = await takeBack(dispatcher, 'engineer_unavailable', 'is ill, says 13912345678');
    expect(back).toMatchObject({ state: 'scheduled', engineerId: null, nextStep: { action: 'assign' } });
    expect(back.arrivalWindow).not.toBeNull();
    await app.settle();
    const engineer = await app.signIn({ role: 'engineer', ownId: visit.engineerId });
    const ended = await engineer.call(orders.getVisit, { params: { id: visit.id } });
    expect(ended).toMatchObject({ state: 'cancelled', endReason: 'engineer_unavailable' });
    const told = await app.rows(
      'select template, state, provider from notices.message where engineer_id = $1 and subject_id = $2',
      [visit.engineerId, visit.id],
    );
    expect(told).toEqual([{ template: 'visit_unassigned', state: 'delivered', provider: 'app' }]);
    const read = await engineer.call(listMyMessages, {});
    expect(read.items.map(({ subjectId }) => subjectId)).toContain(visit.id);
    const feed = await dispatcher.call(orders.listHappenings, { query: { territoryId, limit: 100 } });
    const news = { workOrderId: order.id, kind: 'unassigned', engineerId: null };
    expect(feed.items).toContainEqual(expect.objectContaining(news));
    const { items } = await agent.call(orders.listJourney, { params: { id: order.id } });
    expect(items.at(-1)).toMatchObject({
      kind: 'unassigned',
      actorRole: 'dispatcher',
      facts: { engineerId: visit.engineerId, reason: 'engineer_unavailable' },
    });
    expect(JSON.stringify(items)).not.toContain('13912345678');
    const why = await dispatcher.call(api.explainAssignment, { params: { id: order.id } });
    expect(why).toMatchObject({ how: 'unassigned', reason: 'engineer_unavailable', chosen: null });
    expect(await codeOf(takeBack(dispatcher, 'undone'))).toBe(orders.NOBODY_ASSIGNED);
  });

  it('is for dispatchers and administrators, until somebody sets out', async () => {
    const visit = await assigned();
    const engineer = await app.signIn({ role: 'engineer', ownId: visit.engineerId });
    expect(await codeOf(takeBack(engineer, 'undone'))).toBe('forbidden');
    expect(await codeOf(takeBack(agent, 'undone'))).toBe('forbidden');
    const elsewhere = await app.signIn({ role: 'dispatcher', territoryIds: [newId()] });
    expect(await codeOf(takeBack(elsewhere, 'undone'))).toBe('not_found');
    const decline = { params: { id: visit.id }, body: { reason: 'no time' } };
    expect(await codeOf(dispatcher.call(orders.declineVisit, decline))).toBe('forbidden');
    await engineer.call(orders.acceptVisit, { params: { id: visit.id } });
    await app.runtime.transactor.transact(systemActor('test'), async (tx) => {
      const caller = { ...NOBODY, role: 'engineer' as const, ownId: visit.engineerId };
      await app.modules.orders.departVisit(tx, caller, visit.id);
    });
    expect(await codeOf(takeBack(dispatcher, 'undone'))).toBe(orders.ILLEGAL_TRANSITION);
  });
});

describe('an offer', () => {
  it('ends when the order is given to somebody by hand, or cancelled', async () => {
    const offer = await dispatcher.call(api.offerWorkOrder, { params: { id: order.id } });
    await assigned();
    const [asked] = await app.rows<{ engineer_id: Id }>(
      'select engineer_id from dispatch.offer_candidate where offer_id = $1 and round = 1',
      [offer.id],
    );
    const late = await app.signIn({ role: 'engineer', ownId: asked?.engineer_id ?? '' });
    expect(await codeOf(late.call(api.claimOffer, { params: { id: offer.id } }))).toBe(api.OFFER_TAKEN);
    await takeBackAndOffer();
    await agent.call(orders.cancelWorkOrder, { params: { id: order.id }, body: { reason: 'duplicate' } });
    await app.settle();
    const states = await app.rows('select state from dispatch.job_offer where work_order_id = $1', [
      order.id,
    ]);
    expect(states).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }]);
    await app.advance(3 * MINUTE);
  });

  async function takeBackAndOffer(): Promise<void> {
    const params = { id: order.id };
    await dispatcher.call(api.unassignWorkOrder, { params, body: { reason: 'undone' } });
    await dispatcher.call(api.offerWorkOrder, { params });
  }
});
