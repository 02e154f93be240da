import type { Client } from '@firstfix/contract/client';
import * as api from '@firstfix/contract/orders/endpoints';
import type { CannotCompleteReason } from '@firstfix/contract/orders/states';
import { HOUR, type Id, MINUTE, newId, toRfc3339 } from '@firstfix/kernel';
import { type Caller, systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let app: TestApp;
let agent: Client;
let engineer: Client;
const engineerId = newId();
const outletId = newId();

beforeAll(async () => {
  app = await startTestApp();
  agent = await app.signIn({ role: 'agent' });
  engineer = await app.signIn({ role: 'engineer', ownId: engineerId, outletId });
});
afterAll(() => app.close());

let id: Id;
let visitId: Id;
let customerId: Id;
beforeEach(async () => {
  const opened = await agent.call(api.openWorkOrder, { body: anOrder() });
  id = opened.id;
  customerId = opened.customerId;
  const { orders } = app.modules;
  const arrivalWindow = { start: app.now() + HOUR, end: app.now() + 3 * HOUR };
  visitId = await app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    await orders.promiseWindow(tx, id, arrivalWindow);
    const planned = { start: arrivalWindow.start, end: arrivalWindow.start + HOUR };
    return (
      await orders.assignVisit(tx, { workOrderIds: [id], engineerId, outletId, planned, how: 'manual' })
    ).id;
  });
});

/** The engineer as the modules above see the caller. */
const asEngineer: Caller = {
  sessionId: newId(),
  userId: newId(),
  role: 'engineer',
  scope: 'own',
  ownId: engineerId,
  outletId,
  territoryIds: [],
  onlyWorkOrderId: null,
  requestId: 'test',
  remoteAddress: '127.0.0.1',
};

type Step = 'acceptVisit' | 'departVisit' | 'arriveVisit' | 'beginVisit' | 'finishVisit';
const WAY: readonly Step[] = ['acceptVisit', 'departVisit', 'arriveVisit', 'beginVisit', 'finishVisit'];

async function goUntil(last: Step): Promise<void> {
  for (const step of WAY.slice(0, WAY.indexOf(last) + 1)) {
    await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.orders[step](tx, asEngineer, visitId),
    );
  }
}

function cannotComplete(reason: CannotCompleteReason) {
  return app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.orders.endCannotComplete(tx, asEngineer, visitId, reason),
  );
}

async function order() {
  return agent.call(api.getWorkOrder, { params: { id } });
}

async function runningClocks(): Promise<string[]> {
  const rows = await app.rows<{ kind: string }>(
    'select kind from platform.sla_clock where subject_id = $1 and stopped_at is null order by kind',
    [id],
  );
  return rows.map(({ kind }) => kind);
}

describe('the straight way', () => {
  it('mirrors the visit and moves the clocks', async () => {
    expect(await runningClocks()).toEqual(['promise']);
    await goUntil('departVisit');
    expect(await order()).toMatchObject({
      state: 'en_route',
      nextStep: { action: 'arrive', by: 'engineer' },
    });
    await goUntil('arriveVisit').catch(() => undefined);
    expect((await agent.call(api.getVisit, { params: { id: visitId } })).state).toBe('en_route');
    await app.runtime.transactor.transact(systemActor('test'), (tx) =>
      app.modules.orders.arriveVisit(tx, asEngineer, visitId),
    );
    expect(await runningClocks()).toEqual(['on_site']);
    for (const step of ['beginVisit', 'finishVisit'] as const) {
      await app.runtime.transactor.transact(systemActor('test'), (tx) =>
        app.modules.orders[step](tx, asEngineer, visitId),
      );
    }
    expect(await order()).toMatchObject({
      state: 'completed',
      nextStep: { action: 'confirm', by: 'customer' },
    });
    expect(await runningClocks()).toEqual([]);
  });

  it('needs a window before anybody sets out', async () => {
    const claimed = await agent.call(api.openWorkOrder, { body: anOrder() });
    const { orders } = app.modules;
    const planned = { start: app.now() + HOUR, end: app.now() + 2 * HOUR };
    const system = systemActor('test');
    const visit = await app.runtime.transactor.transact(system, (tx) =>
      orders.assignVisit(tx, { workOrderIds: [claimed.id], engineerId, outletId, planned, how: 'claimed' }),
    );
    expect((await agent.call(api.getWorkOrder, { params: { id: claimed.id } })).state).toBe('assigned');
    await engineer.call(api.acceptVisit, { params: { id: visit.id } });
    const depart = () =>
      app.runtime.transactor.transact(system, (tx) => orders.departVisit(tx, asEngineer, visit.id));
    await expect(depart()).rejects.toThrow('illegal_transition/no_window');
    await app.runtime.transactor.transact(system, (tx) =>
      orders.promiseWindow(tx, claimed.id, { start: planned.start, end: planned.end }),
    );
    expect((await depart()).state).toBe('en_route');
  });
});

describe('other ways', () => {
  it('declined: back to dispatch with the promise standing', async () => {
    await engineer.call(api.declineVisit, { params: { id: visitId }, body: { reason: 'car broke down' } });
    expect(await order()).toMatchObject({
      state: 'scheduled',
      engineerId: null,
      visitId: null,
      nextStep: { action: 'assign' },
    });
    expect(await runningClocks()).toEqual(['promise']);
  });

  it('no-show: the same, and the broken promise stays on record', async () => {
    await goUntil('departVisit');
    await app.advance(4 * HOUR);
    await agent.call(api.markNoShow, { params: { id: visitId } });
    expect(await order()).toMatchObject({ state: 'scheduled', engineerId: null });
    const [clock] = await app.rows<{ breached_at: number | null }>(
      `select breached_at from platform.sla_clock where subject_id = $1 and kind = 'promise'`,
      [id],
    );
    expect(clock?.breached_at).not.toBeNull();
  });

  it.each([
    ['part_missing', 'open', 'awaiting_parts'],
    ['customer_absent', 'open', 'awaiting_customer'],
    ['beyond_skill', 'open', 'awaiting_support'],
    ['quote_refused', 'completed', null],
  ] as const)('cannot complete because %s: %s, hold %s', async (reason, state, hold) => {
    await goUntil('beginVisit');
    await cannotComplete(reason);
    expect(await order()).toMatchObject({ state, hold });
    await app.settle();
    const journey = await agent.call(api.listJourney, { params: { id } });
    expect(journey.items.at(-1)).toMatchObject({ kind: 'could_not_complete', facts: { reason } });
  });

  it('a second visit after a part came', async () => {
    await goUntil('beginVisit');
    await cannotComplete('part_missing');
    const waiting = await order();
    await agent.call(api.releaseHold, { params: { id }, ifMatch: waiting.version });
    const planned = { start: app.now() + HOUR, end: app.now() + 2 * HOUR };
    const second = await app.runtime.transactor.transact(systemActor('test'), async (tx) => {
      await app.modules.orders.promiseWindow(tx, id, planned);
      return app.modules.orders.assignVisit(tx, {
        workOrderIds: [id],
        engineerId,
        outletId,
        planned,
        how: 'manual',
      });
    });
    expect(second.sequence).toBe(2);
  });

  it('rescheduled: the engineer stays when the planned start still fits, else a new assignment is needed', async () => {
    const { arrivalWindow } = await order();
    const start = Date.parse(arrivalWindow?.start ?? '');
    const move = (from: number, to: number) =>
      agent.call(api.rescheduleVisit, {
        params: { id },
        body: {
          arrivalWindow: { start: toRfc3339(from), end: toRfc3339(to) },
          reason: 'customer works late',
        },
      });
    expect(await move(start - 30 * MINUTE, start + 30 * MINUTE)).toMatchObject({ engineerId, visitId });
    expect(await move(start + 5 * HOUR, start + 7 * HOUR)).toMatchObject({
      engineerId: null,
      state: 'scheduled',
    });
    await expect(move(app.now() - 2 * HOUR, app.now() - HOUR)).rejects.toMatchObject({
      code: api.WINDOW_NOT_AHEAD,
    });
    expect((await agent.call(api.getVisit, { params: { id: visitId } })).endReason).toBe('rescheduled');
  });

  it('cancelled: by the customer until somebody sets out, never once the work began', async () => {
    const customer = await app.signIn({ role: 'customer', ownId: customerId });
    const cancel = (who: Client) =>
      who.call(api.cancelWorkOrder, { params: { id }, body: { reason: 'solved_itself' } });
    await goUntil('departVisit');
    await expect(cancel(customer)).rejects.toMatchObject({ code: api.TOO_LATE_TO_CANCEL });
    expect(await cancel(agent)).toMatchObject({ state: 'cancelled', nextStep: { action: 'none' } });
    expect(await runningClocks()).toEqual([]);
    expect((await agent.call(api.getVisit, { params: { id: visitId } })).state).toBe('cancelled');
  });

  it('not cancelled in service', async () => {
    await goUntil('beginVisit');
    const cancel = agent.call(api.cancelWorkOrder, { params: { id }, body: { reason: 'other' } });
    await expect(cancel).rejects.toMatchObject({
      status: 409,
      code: api.ILLEGAL_TRANSITION,
      problem: { state: 'in_service' },
    });
  });

  it('urged: counted', async () => {
    await agent.call(api.urgeWorkOrder, { params: { id } });
    expect((await agent.call(api.urgeWorkOrder, { params: { id } })).urgeCount).toBe(2);
  });
});

describe('lists', () => {
  it('page by cursor without losing or doubling an order, in both sorts', async () => {
    const territoryId = newId();
    for (let n = 0; n < 7; n += 1) await agent.call(api.openWorkOrder, { body: anOrder({ territoryId }) });
    for (const sort of ['due', 'newest'] as const) {
      const seen: Id[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await agent.call(api.listWorkOrders, { query: { territoryId, sort, limit: 3, cursor } });
        seen.push(...page.items.map((item) => item.id));
        cursor = page.next ?? undefined;
        more = page.next !== null;
      }
      expect(new Set(seen).size).toBe(7);
      expect(seen).toHaveLength(7);
    }
  });

  it('find by words, by number, by place, and count by state', async () => {
    const territoryId = newId();
    const { number } = await agent.call(api.openWorkOrder, { body: anOrder({ territoryId }) });
    const found = (text: string) => agent.call(api.listWorkOrders, { query: { territoryId, text } });
    for (const text of ['不制冷', '海情小区', '冰箱 昨天', number])
      expect((await found(text)).items).toHaveLength(1);
    for (const text of ['漏水', '261199999999', '!!']) expect((await found(text)).items).toHaveLength(0);
    const counts = await agent.call(api.countWorkOrders, { query: { territoryId } });
    expect(counts.byState).toEqual({ open: 1 });
  });

  it('show the holder of a link the one order it opens', async () => {
    const customerId = newId();
    const { id } = await agent.call(api.openWorkOrder, { body: anOrder({ customerId }) });
    await agent.call(api.openWorkOrder, { body: anOrder({ customerId }) });
    const holder = await app.signIn({ role: 'customer', ownId: customerId, onlyWorkOrderId: id });
    const { items } = await holder.call(api.listWorkOrders, {});
    expect(items.map((item) => item.id)).toEqual([id]);
    expect((await holder.call(api.countWorkOrders, {})).byState).toEqual({ open: 1 });
  });

  it('go out as CSV that no spreadsheet runs', async () => {
    const territoryId = newId();
    const place = { ...anOrder().place, community: '=1+1,"x"' };
    await agent.call(api.openWorkOrder, { body: anOrder({ territoryId, place }) });
    const token = await app.tokenFor({ role: 'agent' });
    const response = await fetch(`${app.url}/api/work-orders.csv?territoryId=${territoryId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const lines = Buffer.from(await response.arrayBuffer())
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.startsWith('\uFEFFnumber,state')).toBe(true);
    expect(lines[1]).toContain(`"'=1+1,""x"""`);
  });
});
