import * as api from '@firstfix/contract/fieldwork/endpoints';
import type { TimedPosition } from '@firstfix/contract/fieldwork/positions';
import {
  DAY,
  type Id,
  type Instant,
  MINUTE,
  newId,
  type Point,
  parseInstant,
  toRfc3339,
} from '@firstfix/kernel';
import { examine, systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AVisit, aVisit, HOME, OFFLINE, send, startFieldApp } from './a-visit.ts';

let app: TestApp;
/** People the network knows: the customer is told who comes. */
let engineerIds: Id[];
beforeAll(async () => {
  app = await startFieldApp();
  await app.runtime.transactor.transact(systemActor('test'), (tx) =>
    app.modules.network.seedDemoNetwork(tx, { now: tx.now }),
  );
  const rows = await app.rows<{ id: Id }>('select id from network.engineer limit 20');
  engineerIds = rows.map(({ id }) => id);
});
afterAll(async () => {
  const { checks } = app.modules.fieldwork.parts;
  const findings = await examine(app.runtime.database.plainPool, app.runtime.dataDir, checks);
  await app.close();
  expect(findings.flatMap(({ violations }) => violations)).toEqual([]);
});

/** So many metres south of the home. */
function southOf(metres: number): Point {
  return { lat: HOME.lat - metres / 111_195, lng: HOME.lng };
}

function seen(at: Instant, metres: number, accuracyMetres = 10): TimedPosition {
  return { at: toRfc3339(at), point: southOf(metres), accuracyMetres };
}

async function departed(): Promise<AVisit> {
  const visit = await aVisit(app, {}, 1, engineerIds.pop());
  await send(app, visit.engineer, api.departVisit, visit.id);
  return visit;
}

function tell({ engineer, id }: AVisit, ...positions: TimedPosition[]) {
  return engineer.call(api.sendPositions, { params: { id }, body: { positions } });
}

function approachOf({ customer, id }: AVisit) {
  return customer.call(api.getVisitEngineer, { params: { id } }).then(({ approach }) => approach);
}

describe('positions of an engineer on the way', () => {
  it('move the arrival the customer is told, until the arrival closes them', async () => {
    const visit = await departed();
    expect(await approachOf(visit)).toMatchObject({ basis: 'plan', position: null, toldAt: null });

    await app.advance(MINUTE);
    const far = await tell(visit, seen(app.now(), 6_000));
    expect(far).toEqual({ kept: 1, dropped: [], wanted: true, keptDays: 30 });
    const first = await approachOf(visit);
    expect(first).toMatchObject({ basis: 'position', toldAt: toRfc3339(app.now()), place: HOME });

    await app.advance(3 * MINUTE);
    await tell(visit, seen(app.now(), 1_000));
    const second = await approachOf(visit);
    expect(second?.position).toEqual(southOf(1_000));
    const [before, after] = [first, second].map((one) => parseInstant(one?.arrivesAt ?? ''));
    // nearer by more than the three minutes that passed
    expect(after).toBeLessThan(before ?? 0);
    expect(after).toBeGreaterThan(app.now());

    await send(app, visit.engineer, api.arriveVisit, visit.id, OFFLINE);
    expect(await approachOf(visit)).toBeNull();
    await app.advance(MINUTE);
    // what was kept through a lost connection is still taken, what came after the arrival is not
    const late = await tell(visit, seen(app.now() - 3 * MINUTE, 4_000), seen(app.now(), 20));
    expect(late).toMatchObject({ kept: 1, dropped: [{ reason: 'not_on_the_way' }], wanted: false });
    expect(await approachOf(visit)).toBeNull();
  });

  it('say the plan when none is fresh, and where the phone was last', async () => {
    const visit = await departed();
    await tell(visit, seen(app.now(), 6_000));
    const told = app.now();
    await app.advance(11 * MINUTE);
    const { planned } = (await app.modules.orders.findVisit(visit.id)) ?? {};
    expect(await approachOf(visit)).toMatchObject({
      basis: 'plan',
      arrivesAt: toRfc3339(planned?.start ?? 0),
      toldAt: toRfc3339(told),
    });
  });

  it('count once, however often and in which order they are sent', async () => {
    const visit = await departed();
    await app.advance(5 * MINUTE);
    const now = app.now();
    const batch = [seen(now, 3_000), seen(now - MINUTE, 3_600), seen(now - 2 * MINUTE, 9_000, 900)];
    const answers = await Promise.all([tell(visit, ...batch), tell(visit, ...batch.toReversed())]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await tell(visit, ...batch)).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ kept: 2, dropped: [{ reason: 'inaccurate' }] });
    const rows = await app.rows('select at from fieldwork.position where visit_id = $1', [visit.id]);
    expect(rows).toHaveLength(2);
    // an older one that comes late does not become the newest
    await tell(visit, seen(now - 3 * MINUTE, 4_000));
    expect((await approachOf(visit))?.position).toEqual(southOf(3_000));
  });

  it('are refused before anybody set out, and for somebody else’s visit', async () => {
    const visit = await aVisit(app);
    const other = await aVisit(app);
    await expect(tell(visit, seen(app.now(), 0))).rejects.toMatchObject({
      status: 409,
      code: 'fieldwork.wrong_state',
    });
    await expect(tell({ ...visit, engineer: other.engineer }, seen(app.now(), 0))).rejects.toMatchObject({
      status: 404,
    });
    await expect(tell({ ...visit, engineer: visit.customer }, seen(app.now(), 0))).rejects.toMatchObject({
      status: 403,
    });
  });

  it('leave neither event nor audit row behind', async () => {
    const visit = await departed();
    await app.settle();
    const traces = () => app.rows('select count(*)::int as n from platform.audit');
    const [before, heard] = [await traces(), await app.rows('select * from platform.outbox')];
    await tell(visit, seen(app.now(), 500));
    expect(await traces()).toEqual(before);
    expect(await app.rows('select * from platform.outbox')).toEqual(heard);
  });
});

describe('the list of where engineers are', () => {
  it('shows the dispatcher the territory, the outlet its own, the director all', async () => {
    const [one, two] = [await departed(), await departed()];
    for (const visit of [one, two]) await tell(visit, seen(app.now(), 4_000));
    const listed = async (account: Parameters<TestApp['signIn']>[0], query = {}) => {
      const client = await app.signIn(account);
      const { items } = await client.call(api.listEngineerPositions, { query: { limit: 200, ...query } });
      return items.map(({ engineerId }) => engineerId);
    };
    expect(await listed({ role: 'dispatcher', territoryIds: [one.territoryId] })).toEqual([one.engineerId]);
    expect(await listed({ role: 'outlet_owner', outletId: two.outletId })).toEqual([two.engineerId]);
    const all = await listed({ role: 'director' });
    expect(all).toEqual(expect.arrayContaining([one.engineerId, two.engineerId]));
    expect(await listed({ role: 'director' }, { territoryId: one.territoryId })).toEqual([one.engineerId]);
    const territories = [one.territoryId, two.territoryId];
    expect(await listed({ role: 'dispatcher', territoryIds: territories }, { limit: 1 })).toHaveLength(1);
  });

  it('says when somebody arrives, and after the arrival where they were before', async () => {
    const visit = await departed();
    await tell(visit, seen(app.now(), 4_000));
    const dispatcher = await app.signIn({ role: 'dispatcher', territoryIds: [visit.territoryId] });
    const only = async () => (await dispatcher.call(api.listEngineerPositions)).items[0];
    const before = await only();
    expect(before).toMatchObject({ onTheWay: true, visitId: visit.id, point: southOf(4_000) });
    expect(parseInstant(before?.arrivesAt ?? '')).toBeGreaterThan(app.now());
    await send(app, visit.engineer, api.arriveVisit, visit.id, OFFLINE);
    expect(await only()).toMatchObject({ onTheWay: false, arrivesAt: null });
    await app.advance(5 * 60 * MINUTE);
    expect(await only()).toBeUndefined();
  });
});

describe('news of positions', () => {
  it('are heard by those who may see the visit, and by nobody else', async () => {
    const visit = await departed();
    const { subjects } = app.modules.fieldwork.parts;
    const people = await Promise.all([
      hears('visit', visit.id, { role: 'customer', ownId: visit.customerId }),
      hears('visit', visit.id, { role: 'customer', ownId: newId() }),
      hears('territory-positions', visit.territoryId, {
        role: 'dispatcher',
        territoryIds: [visit.territoryId],
      }),
      hears('territory-positions', visit.territoryId, { role: 'dispatcher', territoryIds: [newId()] }),
      hears('territory-positions', visit.territoryId, { role: 'agent' }),
    ]);
    expect(people).toEqual([true, false, true, false, false]);

    async function hears(subject: string, id: string, account: Parameters<TestApp['tokenFor']>[0]) {
      const principal = await app.modules.authenticator.authenticate(await app.tokenFor(account));
      const guard = subjects[subject];
      if (!principal || !guard) throw new Error('nobody is there');
      return guard({ ...principal, scope: 'own', requestId: 'test', remoteAddress: 'test' }, id);
    }
  });
});

describe('screens', () => {
  it('are told of the visit and the territory, together, and only when somebody is news', async () => {
    const visit = await departed();
    const client = await app.runtime.database.plainPool.connect();
    try {
      const heard: string[][] = [];
      const ofVisit = () => heard.filter((topics) => topics.includes(`visit:${visit.id}`));
      client.on('notification', ({ payload = '' }) => heard.push(JSON.parse(payload).topics));
      await client.query('listen firstfix_live');
      await tell(visit, seen(app.now(), 4_000));
      await tell(visit, seen(app.now(), 4_000));
      await expect.poll(ofVisit, { timeout: 10_000 }).toHaveLength(1);
      expect(ofVisit()[0]).toContain(`territory-positions:${visit.territoryId}`);
      // the same again is no news
      await tell(visit, seen(app.now(), 4_000));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(ofVisit()).toHaveLength(1);
    } finally {
      client.release(true);
    }
  });
});

describe('what is kept', () => {
  it('is forgotten after the policy’s days', async () => {
    const visit = await departed();
    await tell(visit, seen(app.now(), 4_000));
    const task = app.modules.fieldwork.parts.tasks.find(({ name }) => name === 'fieldwork.forget_positions');
    const forget = () =>
      app.runtime.transactor.transact(systemActor('test'), async (tx) => task?.run(tx, {}));
    const kept = async () => {
      const [row] = await app.rows<{ n: number }>(
        `select (select count(*) from fieldwork.position where visit_id = $1)::int
          + (select count(*) from fieldwork.last_position where visit_id = $1)::int as n`,
        [visit.id],
      );
      return row?.n;
    };
    await app.advance(29 * DAY);
    await forget();
    expect(await kept()).toBe(2);
    await app.advance(2 * DAY);
    await forget();
    expect(await kept()).toBe(0);
  });
});
