import { ApiProblem, type Client } from '@firstfix/contract/client';
import * as api from '@firstfix/contract/dispatch/endpoints';
import * as orders from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { getExpectedWage } from '@firstfix/contract/pay/endpoints';
import { DAY, HOUR, type Id, MINUTE, newId, toRfc3339 } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dispatchChecks } from '../src/checks.ts';

let app: TestApp;
let agent: Client;
let dispatcher: Client;
let territoryId: Id;

beforeAll(async () => {
  app = await startTestApp();
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.network.seedDemoNetwork(tx, { now: app.now() }),
  );
  // Sunday 08:00 in Shanghai is too early for nobody
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
beforeEach(async () => {
  order = await openOne();
});

/** An order that many can do. */
function openOne(changes: { standardSeconds?: number } = {}): Promise<WorkOrderView> {
  const body = anOrder({ territoryId });
  const work = { ...body.work, skills: ['grade:C'], difficulty: 1, ...changes };
  return agent.call(orders.openWorkOrder, {
    body: { ...body, work, place: { ...body.place, point: { lat: 36.1, lng: 120.4 } } },
  });
}

async function firstSlot(which = 0) {
  const { items } = await agent.call(api.listSlots, { params: { id: order.id } });
  const free = items.filter(({ fit }) => fit !== 'full')[which];
  if (!free) throw new Error('no slot is free');
  return { start: free.start, end: free.end };
}

async function book(window: { start: string; end: string }, id = order.id): Promise<WorkOrderView> {
  const hold = await agent.call(api.holdSlot, { params: { id }, body: window });
  return agent.call(api.bookSlot, { params: { id }, body: { holdId: hold.id } });
}

/** Engineers of the territory who are on duty in the window. */
async function onDuty(window: { start: string; end: string }): Promise<Id[]> {
  const date = toRfc3339(Date.parse(window.start) + 8 * HOUR).slice(0, 10);
  const days = await app.modules.network.workingDays(territoryId, date, date);
  return days
    .filter(({ start, end }) => start <= Date.parse(window.start) && end >= Date.parse(window.end))
    .map(({ engineerId }) => engineerId);
}

async function codeOf(refused: Promise<unknown>): Promise<string> {
  const error = await refused.catch((thrown: unknown) => thrown);
  return error instanceof ApiProblem ? error.code : 'was not refused';
}

describe('slots', () => {
  it('are held, booked as a promise with a clock, and moved by booking another', async () => {
    const booked = await book(await firstSlot());
    expect(booked).toMatchObject({ state: 'scheduled', nextStep: { action: 'assign', by: 'dispatcher' } });
    const clocks = await app.rows(
      `select kind from platform.sla_clock where subject_id = $1 and stopped_at is null order by kind`,
      [order.id],
    );
    expect(clocks).toEqual([{ kind: 'promise' }]);
    const moved = await book(await firstSlot(2));
    expect(moved.arrivalWindow?.start).not.toBe(booked.arrivalWindow?.start);
    // news of the first promise comes after the second was made
    await app.settle();
    const holds = await app.rows(
      'select state, start_at from dispatch.slot_hold where work_order_id = $1 order by state',
      [order.id],
    );
    expect(holds).toEqual([
      { state: 'booked', start_at: Date.parse(moved.arrivalWindow?.start ?? '') },
      { state: 'released', start_at: Date.parse(booked.arrivalWindow?.start ?? '') },
    ]);
  });

  it('are given back when another window is agreed on without booking it', async () => {
    const booked = await book(await firstSlot());
    const start = Date.parse(booked.arrivalWindow?.start ?? '') + DAY;
    const arrivalWindow = { start: toRfc3339(start), end: toRfc3339(start + 2 * HOUR) };
    const body = { arrivalWindow, reason: 'customer called' };
    await agent.call(orders.rescheduleVisit, { params: { id: order.id }, body });
    await app.settle();
    const holds = await app.rows('select state from dispatch.slot_hold where work_order_id = $1', [order.id]);
    expect(holds).toEqual([{ state: 'released' }]);
  });

  it('give their time back when released, cancelled or out of time', async () => {
    const window = await firstSlot();
    const free = async () =>
      (await agent.call(api.listSlots, { params: { id: order.id } })).items.find(
        ({ start }) => start === window.start,
      )?.freeSeconds;
    const before = await free();
    const hold = await agent.call(api.holdSlot, { params: { id: order.id }, body: window });
    expect(await free()).toBe((before ?? 0) - 2700);
    expect(await agent.call(api.releaseSlot, { params: { id: hold.id } })).toEqual({ released: true });
    expect(await agent.call(api.releaseSlot, { params: { id: hold.id } })).toEqual({ released: false });
    expect(await free()).toBe(before);
    const other = await agent.call(api.holdSlot, { params: { id: order.id }, body: window });
    await app.rows(
      `update dispatch.slot_hold set expires_at = expires_at - interval '11 minutes' where id = $1`,
      [other.id],
    );
    expect(await free()).toBe(before);
    expect(
      await codeOf(agent.call(api.bookSlot, { params: { id: order.id }, body: { holdId: other.id } })),
    ).toBe(api.HOLD_OVER);
    await book(window);
    await agent.call(orders.cancelWorkOrder, { params: { id: order.id }, body: { reason: 'duplicate' } });
    await app.settle();
    order = await openOne();
    expect(await free()).toBe(before);
  });

  it('are never promised twice, however many ask at once', async () => {
    const window = await firstSlot(3);
    const many = await Promise.all(Array.from({ length: 12 }, () => openOne({ standardSeconds: 36_000 })));
    const [one] = many;
    const { items } = await agent.call(api.listSlots, { params: { id: one?.id ?? '' } });
    const free = items.find(({ start }) => start === window.start)?.freeSeconds ?? 0;
    const answers = await Promise.all(
      many.map(({ id }) =>
        agent.call(api.holdSlot, { params: { id }, body: window }).then(
          () => 'held',
          (error: ApiProblem) => error,
        ),
      ),
    );
    const held = answers.filter((answer) => answer === 'held');
    expect(held).toHaveLength(Math.floor(free / 36_000));
    const full = answers.find((answer) => answer !== 'held');
    expect(full).toMatchObject({ code: api.SLOT_FULL, status: 409 });
    const load = await app.rows(
      `select 1 from dispatch.window_load l where start_at = $1 and territory_id = $2
         and (select sum(value::int) from jsonb_each_text(seconds_by_pool)) <>
             (select sum(work_seconds) from dispatch.slot_hold h where h.start_at = l.start_at and h.territory_id = l.territory_id and state in ('held', 'booked'))`,
      [window.start, territoryId],
    );
    expect(load).toEqual([]);
  });

  it('are given back once each, however many release, cancel, book and hold at once', async () => {
    const [first, second] = [await firstSlot(4), await firstSlot(5)];
    const many = await Promise.all(Array.from({ length: 6 }, () => openOne({ standardSeconds: 600 })));
    const held = await Promise.all(
      many.flatMap(({ id }) =>
        [first, second].map((body) => agent.call(api.holdSlot, { params: { id }, body })),
      ),
    );
    const others = await Promise.all(many.map(() => openOne({ standardSeconds: 600 })));
    const refusable = (call: Promise<unknown>) => call.catch((error) => expect(error.status).toBe(409));
    await Promise.all([
      ...held.flatMap(({ id }, n) =>
        n % 3 === 0 ? [1, 2].map(() => agent.call(api.releaseSlot, { params: { id } })) : [],
      ),
      ...held.map(({ id }, n) =>
        refusable(
          agent.call(api.bookSlot, {
            params: { id: many[Math.floor(n / 2)]?.id ?? '' },
            body: { holdId: id },
          }),
        ),
      ),
      ...others.map(({ id }) => book(first, id)),
    ]);
    const [cancelled] = others;
    await agent.call(orders.cancelWorkOrder, {
      params: { id: cancelled?.id ?? '' },
      body: { reason: 'duplicate' },
    });
    await app.settle();
    const check = dispatchChecks.find(({ name }) => name === 'window loads');
    expect(await app.rows(String(check?.find))).toEqual([]);
    const twice = await app.rows(
      `select work_order_id from dispatch.slot_hold where state in ('held', 'booked') and work_order_id = any($1)
       group by 1 having count(*) > 1`,
      [[...many, ...others].map(({ id }) => id)],
    );
    expect(twice).toEqual([]);
  });

  it('are refused when nobody offered them', async () => {
    const start = app.now() + 30 * HOUR + 17 * MINUTE;
    const body = { start: toRfc3339(start), end: toRfc3339(start + HOUR) };
    await expect(agent.call(api.holdSlot, { params: { id: order.id }, body })).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe('assigning by hand', () => {
  it('says what it costs, keeps why, and lets a person insist', async () => {
    const booked = await book(await firstSlot(6));
    const window = booked.arrivalWindow ?? { start: '', end: '' };
    const [engineerId = ''] = await onDuty(window);
    const verdict = await dispatcher.call(api.judgeAssignment, {
      params: { id: order.id },
      body: { engineerId },
    });
    expect(verdict.broken).toEqual([]);
    expect(verdict.travelSeconds).toBeGreaterThan(0);
    const late = toRfc3339(Date.parse(window.end) + 2 * HOUR);
    const wish = { engineerId, plannedStartAt: late };
    const refused = dispatcher.call(api.assignWorkOrder, { params: { id: order.id }, body: wish });
    await expect(refused).rejects.toMatchObject({ problem: { broken: [{ rule: 'promise', minutes: 120 }] } });
  });

  it('refuses what breaks a rule until it is confirmed', async () => {
    const booked = await book(await firstSlot(6));
    const window = booked.arrivalWindow ?? { start: '', end: '' };
    const on = await onDuty(window);
    const engineers = await app.modules.network.listEngineers(territoryId);
    const unable = engineers.find(
      ({ id, skills }) => on.includes(id) && !skills.includes('prod:waterheater'),
    );
    const hard = await agent.call(orders.openWorkOrder, {
      body: { ...anOrder({ territoryId }), work: { ...anOrder().work, skills: ['prod:waterheater'] } },
    });
    const wish = { engineerId: unable?.id ?? '', plannedStartAt: window.start };
    const refused = await dispatcher
      .call(api.assignWorkOrder, { params: { id: hard.id }, body: wish })
      .catch((error) => error);
    expect(refused).toMatchObject({
      code: api.BREAKS_RULES,
      problem: { broken: [expect.objectContaining({ rule: 'skill' })] },
    });
    const visit = await dispatcher.call(api.assignWorkOrder, {
      params: { id: hard.id },
      body: { ...wish, confirmed: true },
    });
    expect(visit).toMatchObject({ state: 'planned', engineerId: wish.engineerId });
    const why = await dispatcher.call(api.explainAssignment, { params: { id: hard.id } });
    expect(why).toMatchObject({
      how: 'manual',
      policy: 'dispatch.weights 1',
      chosen: { engineerId: wish.engineerId },
    });
    expect(why.runnersUp.length).toBeGreaterThan(0);
  });

  it('names candidates with their terms before anybody decides, and why the others stay away', async () => {
    const window = await firstSlot(4);
    await book(window);
    const asked = await dispatcher.call(api.listCandidates, { params: { id: order.id } });
    const working = await onDutyThatDay(asked.day);
    const named = [...asked.candidates, ...asked.refusals].map(({ engineerId }) => engineerId);
    expect(named.toSorted()).toEqual(working.toSorted());
    const totals = asked.candidates.map(({ totalSeconds }) => totalSeconds);
    expect(totals).toEqual(totals.toSorted((a, b) => a - b));
    const [best] = asked.candidates;
    if (!best) throw new Error('nobody could come');
    expect(best.startAt >= window.start && best.startAt <= window.end).toBe(true);
    const verdict = await dispatcher.call(api.judgeAssignment, {
      params: { id: order.id },
      body: { engineerId: best.engineerId },
    });
    expect(verdict.broken).toEqual([]);
    const unable = asked.refusals.find(({ rule }) => rule === 'skill');
    const skilled = (await app.modules.network.listEngineers(territoryId)).filter(({ skills }) =>
      skills.includes('grade:C'),
    );
    expect(skilled.map(({ id }) => id)).not.toContain(unable?.engineerId);
  });

  async function onDutyThatDay(date: string): Promise<Id[]> {
    const days = await app.modules.network.workingDays(territoryId, date, date);
    return days.map(({ engineerId }) => engineerId);
  }

  it('plans nothing in the past or months ahead', async () => {
    const [engineerId = newId()] = (await app.modules.network.listEngineers(territoryId)).map(({ id }) => id);
    for (const start of [app.now() - MINUTE, app.now() + 61 * DAY]) {
      const call = { params: { id: order.id }, body: { engineerId, plannedStartAt: toRfc3339(start) } };
      for (const endpoint of [api.judgeAssignment, api.assignWorkOrder]) {
        await expect(dispatcher.call(endpoint, call)).rejects.toMatchObject({
          status: 422,
          problem: { errors: [{ pointer: '/plannedStartAt' }] },
        });
      }
    }
  });

  it('knows nobody outside the territory', async () => {
    const stranger = { engineerId: newId() };
    expect(
      await codeOf(dispatcher.call(api.assignWorkOrder, { params: { id: order.id }, body: stranger })),
    ).toBe(api.NOT_ELIGIBLE);
  });
});

describe('offers', () => {
  it('reach engineers round by round, are won once, and the others are told', async () => {
    await book(await firstSlot(7));
    const offer = await dispatcher.call(api.offerWorkOrder, { params: { id: order.id } });
    const asked = await candidates(offer.id, 1);
    const clients = await Promise.all(asked.map((ownId) => app.signIn({ role: 'engineer', ownId })));
    const seen = await clients[0]?.call(api.listOffers, {});
    expect(seen?.items.map(({ id }) => id)).toEqual([offer.id]);
    const wage = await clients[0]?.call(getExpectedWage, { params: { id: order.id }, query: {} });
    expect(wage?.items.map(({ repairClass }) => repairClass)).toContain('major');
    const later = (await candidates(offer.id, 2))[0];
    if (later) {
      const early = await app.signIn({ role: 'engineer', ownId: later });
      expect(await codeOf(early.call(api.claimOffer, { params: { id: offer.id } }))).toBe(api.NOT_OFFERED);
    }
    const answers = await Promise.all(
      clients.map((client) =>
        client.call(api.claimOffer, { params: { id: offer.id } }).then(
          () => 'won',
          (error: ApiProblem) => error.code,
        ),
      ),
    );
    expect(answers.filter((answer) => answer === 'won')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['won', api.OFFER_TAKEN]));
    const stranger = await app.signIn({ role: 'engineer', ownId: newId() });
    expect(await codeOf(stranger.call(api.claimOffer, { params: { id: offer.id } }))).toBe('not_found');
  });

  it('widen, expire and give the order back', async () => {
    await book(await firstSlot(12));
    const offer = await dispatcher.call(api.offerWorkOrder, { params: { id: order.id } });
    const state = async () =>
      (await app.rows('select state, round from dispatch.job_offer where id = $1', [offer.id]))[0];
    await app.advance(2 * MINUTE);
    expect(await state()).toEqual({ state: 'open', round: 2 });
    await app.advance(3 * MINUTE);
    expect(await state()).toEqual({ state: 'open', round: 3 });
    await app.advance(5 * MINUTE);
    expect(await state()).toEqual({ state: 'expired', round: 3 });
    expect((await agent.call(orders.getWorkOrder, { params: { id: order.id } })).state).toBe('scheduled');
  });

  async function candidates(offerId: Id, round: number): Promise<Id[]> {
    const rows = await app.rows<{ engineer_id: Id }>(
      'select engineer_id from dispatch.offer_candidate where offer_id = $1 and round = $2',
      [offerId, round],
    );
    return rows.map(({ engineer_id }) => engineer_id);
  }
});

describe('exceptions', () => {
  it('appear when a promise is broken and go when somebody says what was done', async () => {
    const booked = await book(await firstSlot(14));
    await app.advance(Date.parse(booked.arrivalWindow?.end ?? '') - app.now() + MINUTE);
    const { items } = await dispatcher.call(api.listExceptions, {});
    const mine = items.find(({ subjectId }) => subjectId === order.id);
    expect(mine).toMatchObject({ kind: 'promise_breached', owner: 'role:dispatcher', resolvedAt: null });
    const resolution = 'called the customer, sent the neighbour';
    const done = await dispatcher.call(api.resolveException, {
      params: { id: mine?.id ?? '' },
      body: { resolution },
    });
    expect(done.resolution).toBe(resolution);
    const elsewhere = await app.signIn({ role: 'dispatcher', territoryIds: [newId()] });
    expect((await elsewhere.call(api.listExceptions, {})).items).toEqual([]);
  });
});

describe('slots that are almost over', () => {
  it('are neither listed nor held when they leave no time for the way and the work', async () => {
    const window = await firstSlot(2);
    await app.advance(Date.parse(window.end) - 90 * MINUTE - app.now());
    order = await openOne({ standardSeconds: 3600 });
    const { items } = await agent.call(api.listSlots, { params: { id: order.id } });
    expect(items.map(({ start }) => start)).not.toContain(window.start);
    const refused = await agent
      .call(api.holdSlot, { params: { id: order.id }, body: window })
      .catch((error) => error);
    expect(refused).toMatchObject({ status: 409, code: api.SLOT_TOO_LATE });
    expect(refused.problem.alternatives[0]).toEqual(items.find(({ fit }) => fit !== 'full'));
    const short = await openOne({ standardSeconds: 1800 });
    expect(await agent.call(api.holdSlot, { params: { id: short.id }, body: window })).toMatchObject(window);
  });
});
