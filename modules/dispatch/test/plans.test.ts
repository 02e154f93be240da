import { ApiProblem, type Client } from '@firstfix/contract/client';
import * as api from '@firstfix/contract/dispatch/endpoints';
import * as orders from '@firstfix/contract/orders/endpoints';
import { DAY, HOUR, type Id, toRfc3339 } from '@firstfix/kernel';
import { systemActor } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
let agent: Client;
let dispatcher: Client;
let territoryId: Id;

beforeAll(async () => {
  app = await startTestApp();
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.network.seedDemoNetwork(tx, { now: app.now() }),
  );
  await app.advance(DAY + HOUR);
  const [busiest] = await app.rows<{ territory_id: Id }>(
    'select territory_id from network.engineer group by 1 order by count(*) desc limit 1',
  );
  territoryId = busiest?.territory_id ?? '';
  agent = await app.signIn({ role: 'agent' });
  dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [territoryId] });
});
afterAll(() => app.close());

/** An order that many can do, promised for one of the windows that are free; the same window for the same number. */
async function promisedOne(which: number): Promise<{ id: Id; window: { start: string; end: string } }> {
  const body = anOrder({ territoryId });
  const work = { ...body.work, skills: ['grade:C'], difficulty: 1 };
  const place = { ...body.place, point: { lat: 36.1, lng: 120.4 } };
  const { id } = await agent.call(orders.openWorkOrder, { body: { ...body, work, place } });
  const { items } = await agent.call(api.listSlots, { params: { id } });
  const free = items.filter(({ fit }) => fit !== 'full')[which];
  if (!free) throw new Error('no slot is free');
  const window = { start: free.start, end: free.end };
  const hold = await agent.call(api.holdSlot, { params: { id }, body: window });
  await agent.call(api.bookSlot, { params: { id }, body: { holdId: hold.id } });
  return { id, window };
}

async function codeOf(refused: Promise<unknown>): Promise<string> {
  const error = await refused.catch((thrown: unknown) => thrown);
  return error instanceof ApiProblem ? error.code : 'was not refused';
}

function dayOf({ start }: { start: string }): string {
  return toRfc3339(Date.parse(start) + 8 * HOUR).slice(0, 10);
}

async function plan(day: string) {
  const { id } = await dispatcher.call(api.planTerritoryDay, {
    params: { id: territoryId },
    body: { day, seconds: 1 },
  });
  return proposed(id);
}

async function proposed(id: Id) {
  for (let tries = 0; tries < 100; tries += 1) {
    const one = await dispatcher.call(api.getPlan, { params: { id } });
    if (one.state !== 'solving') return one;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the plan never came');
}

describe('planning a day', () => {
  it('proposes, applies as a whole, explains, and refuses to overwrite what moved', async () => {
    const promised = [];
    for (let n = 0; n < 6; n += 1) promised.push(await promisedOne(8));
    const [first] = promised;
    if (!first) throw new Error('nothing was promised');
    const ids = promised.map(({ id }) => id);
    const day = dayOf(first.window);
    const stale = await plan(day);
    await agent.call(orders.urgeWorkOrder, { params: { id: first.id } });
    expect(await codeOf(dispatcher.call(api.applyPlan, { params: { id: stale.id } }))).toBe(api.BASE_MOVED);
    const fresh = await plan(day);
    expect(fresh.unassigned).toEqual([]);
    expect(fresh.stops.map(({ workOrderId }) => workOrderId)).toEqual(expect.arrayContaining(ids));
    expect((await dispatcher.call(api.applyPlan, { params: { id: fresh.id } })).state).toBe('applied');
    expect(await codeOf(dispatcher.call(api.applyPlan, { params: { id: fresh.id } }))).toBe(
      api.PLAN_NOT_READY,
    );
    for (const id of ids) {
      const assigned = await agent.call(orders.getWorkOrder, { params: { id } });
      expect(assigned).toMatchObject({ state: 'scheduled', nextStep: { action: 'depart' } });
      const why = await agent.call(api.explainAssignment, { params: { id } });
      expect(why).toMatchObject({ how: 'planned', chosen: { engineerId: assigned.engineerId } });
    }
  });

  it('begins nothing before now, and leaves out what can no longer be in time', async () => {
    const over = await promisedOne(0);
    await app.advance(Date.parse(over.window.end) - app.now() + HOUR);
    const open = await promisedOne(0);
    expect(dayOf(open.window)).toBe(dayOf(over.window));
    const asked = app.now();
    const { stops, unassigned } = await plan(dayOf(over.window));
    expect(unassigned.map(({ workOrderId }) => workOrderId)).toContain(over.id);
    const stop = stops.find(({ workOrderId }) => workOrderId === open.id);
    expect(Date.parse(stop?.startAt ?? '')).toBeGreaterThanOrEqual(asked - 1000);
  });
});
