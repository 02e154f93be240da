import type { QueryOf } from '@firstfix/contract';
import * as orders from '@firstfix/contract/orders/endpoints';
import { getSystemState, listAudit, listAuditSeals } from '@firstfix/contract/platform/endpoints';
import { HOUR, MINUTE, newId, toRfc3339 } from '@firstfix/kernel';
import { startClock, systemActor, type Tx } from '@firstfix/platform';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAudit } from '../src/audit/sealer.ts';
import { pumpOutbox } from '../src/events/outbox-pump.ts';
import { releaseJobs } from '../src/jobs/release-jobs.ts';
import { pumpTimers } from '../src/time/timer-pump.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.runtime.transactor.transact(systemActor('test'), work);
}

async function waitingJobs(task: string): Promise<number> {
  const rows = await app.rows<{ n: number }>(
    `select coalesce(sum(json_array_length(p.payload)), 0)::int as n from graphile_worker.jobs j
     join graphile_worker._private_jobs p using (id) where j.task_identifier = $1`,
    [task],
  );
  return rows[0]?.n ?? 0;
}

describe('a transaction', () => {
  it('tells nothing when it is undone', async () => {
    const failing = transact(async (tx) => {
      tx.audit({ action: 'undone', subjectType: 'test', subjectId: null });
      tx.setTimer({ key: 'undone', dueAt: app.now(), task: 'test.never', payload: {} });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await app.rows(`select from platform.timer where key = 'undone'`)).toEqual([]);
    expect(await app.rows(`select from platform.audit where action = 'undone'`)).toEqual([]);
  });

  it('is undone whole when what it tells cannot be written', async () => {
    const { customerId } = anOrder();
    const failing = transact(async (tx) => {
      await app.modules.orders.openWorkOrder(tx, {
        ...anOrder({ customerId }),
        requestId: null,
        applianceId: null,
        reworkOf: null,
        ownerId: newId(),
      });
      // no such file was received
      tx.linkMedia('0'.repeat(64), 'work-order', newId());
    });
    await expect(failing).rejects.toMatchObject({ code: '23503' });
    expect(await app.rows('select from orders.work_order where customer_id = $1', [customerId])).toEqual([]);
  });
});

describe('a statement left for later', () => {
  it('is committed with the rest, and undoes the rest when it fails, in the database or before', async () => {
    const mark = (name: string) => ({ key: name, dueAt: app.now() + HOUR, task: 'test.never', payload: {} });
    const write = (tx: Tx, statement: string) => sql.raw(statement).execute(tx.tables());
    await transact(async (tx) => {
      tx.later(write(tx, `insert into platform.rate_limit values ('kept', '2026-01-01', 1)`));
      tx.setTimer(mark('kept'));
    });
    expect(await app.rows(`select from platform.rate_limit where key = 'kept'`)).toHaveLength(1);
    const inDatabase = transact(async (tx) => {
      tx.setTimer(mark('lost'));
      tx.later(write(tx, `insert into platform.rate_limit values ('kept', '2026-01-01', 1)`));
    });
    await expect(inDatabase).rejects.toMatchObject({ code: '23505' });
    const before = transact(async (tx) => {
      tx.setTimer(mark('lost'));
      tx.later(
        (async () => {
          throw new RangeError('does not balance');
        })(),
      );
    });
    await expect(before).rejects.toThrow('does not balance');
    expect(await app.rows(`delete from platform.timer where key in ('kept', 'lost') returning key`)).toEqual([
      { key: 'kept' },
    ]);
  });
});

describe('the outbox', () => {
  it('hands each event to each subscriber exactly once, with four pumps at work', async () => {
    const n = 700;
    await app.rows(
      `insert into platform.outbox (event, payload)
       select 'test.happened', json_build_object('n', n) from generate_series(1, $1::int) n`,
      [n],
    );
    const subscribers = new Map([['test.happened', ['test.first', 'test.second']]]);
    const drain = async () => {
      let taken = 0;
      for (let more = 1; more > 0; taken += more)
        more = await pumpOutbox(app.runtime.database.plainPool, subscribers);
      return taken;
    };
    const taken = await Promise.all([drain(), drain(), drain(), drain()]);
    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(n);
    expect([await waitingJobs('test.first'), await waitingJobs('test.second')]).toEqual([n, n]);
    const distinct = await app.rows<{ n: number }>(
      `select count(distinct one->>'n')::int as n from graphile_worker._private_jobs, json_array_elements(payload) one`,
    );
    expect(distinct[0]?.n).toBe(n);
    await app.rows('delete from graphile_worker._private_jobs');
  });
});

describe('jobs of a killed server', () => {
  it('are given back once its workers fall silent; those of a living one are not', async () => {
    await app.rows(`select graphile_worker.add_job('test.held') from generate_series(1, 2)`);
    const hold = (id: string, who: string) =>
      app.rows(
        `update graphile_worker._private_jobs set locked_by = $2, locked_at = clock_timestamp() - interval '1 minute'
         where id = (select id from graphile_worker._private_jobs order by id offset $1::int limit 1)`,
        [id, who],
      );
    await hold('0', 'dead');
    await hold('1', 'living');
    const { pool } = app.runtime.database;
    await releaseJobs(pool, 'living');
    const held = await app.rows(
      'select locked_by from graphile_worker._private_jobs where locked_by is not null',
    );
    expect(held).toEqual([{ locked_by: 'living' }]);
    await app.rows('delete from graphile_worker._private_jobs');
  });
});

describe('timers', () => {
  it('become jobs when business time reaches them, once, and can be moved and cancelled', async () => {
    const now = app.now();
    const set = (key: string, dueAt: number) =>
      transact(async (tx) => tx.setTimer({ key, dueAt, task: 'test.rang', payload: { key } }));
    await set('early', now + MINUTE);
    await set('late', now + HOUR);
    await set('moved', now + MINUTE);
    await set('moved', now + 2 * HOUR);
    await set('gone', now + MINUTE);
    await transact(async (tx) => tx.cancelTimer('gone'));
    const { pool } = app.runtime.database;
    const taken = await Promise.all([1, 2, 3].map(() => pumpTimers(pool, now + 2 * MINUTE)));
    expect(taken.toSorted()).toEqual([0, 0, 1]);
    expect(await waitingJobs('test.rang')).toBe(1);
    expect(await pumpTimers(pool, now + 2 * HOUR)).toBe(2);
    await app.rows('delete from graphile_worker._private_jobs');
  });
});

describe('SLA clocks', () => {
  it('warn, then breach, each told once, and survive being stopped late', async () => {
    const subjectId = newId();
    const dueAt = app.now() + 100 * MINUTE;
    await transact(async (tx) =>
      startClock(tx, {
        kind: 'response',
        subjectType: 'work-order',
        subjectId,
        territoryId: null,
        owner: 'role:dispatcher',
        dueAt,
      }),
    );
    const clock = async () =>
      (
        await app.rows<{ warned_at: number | null; breached_at: number | null }>(
          'select warned_at, breached_at from platform.sla_clock where subject_id = $1',
          [subjectId],
        )
      )[0];
    await app.advance(79 * MINUTE);
    expect(await clock()).toEqual({ warned_at: null, breached_at: null });
    await app.advance(MINUTE);
    expect((await clock())?.warned_at).toBe(app.now());
    await app.advance(20 * MINUTE);
    expect((await clock())?.breached_at).toBeNull();
    await app.advance(MINUTE);
    expect((await clock())?.breached_at).toBe(dueAt);
    expect(await app.rows('select from platform.timer where key like $1', [`sla:${subjectId}%`])).toEqual([]);
  });
});

describe('the audit trail', () => {
  it('is sealed in a chain that notices a change', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const { id } = await agent.call(orders.openWorkOrder, { body: anOrder() });
    const { pool } = app.runtime.database;
    await sealAudit(pool);
    await agent.call(orders.urgeWorkOrder, { params: { id } });
    await sealAll();
    expect((await Promise.all([sealAudit(pool), sealAudit(pool)])).filter(Boolean)).toEqual([]);
    expect(await brokenSeals()).toEqual([]);
    await app.rows(
      `update platform.audit set actor_role = 'nobody' where subject_id = $1 and action = 'urgeWorkOrder'`,
      [id],
    );
    expect(await brokenSeals()).toHaveLength(1);
    await app.rows(
      `update platform.audit set actor_role = 'agent' where subject_id = $1 and action = 'urgeWorkOrder'`,
      [id],
    );
    expect(await brokenSeals()).toEqual([]);
  });

  it('is read by who, what, when and about whom, with its seals', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const { id } = await agent.call(orders.openWorkOrder, { body: anOrder() });
    await agent.call(orders.urgeWorkOrder, { params: { id } });
    await sealAll();
    const admin = await app.signIn({ role: 'admin' });
    const read = async (query: QueryOf<typeof listAudit>) => (await admin.call(listAudit, { query })).items;
    const about = await read({ subjectId: id });
    expect(about.map(({ action }) => action)).toEqual(['urgeWorkOrder', 'openWorkOrder']);
    const actorId = about[0]?.actorId ?? '';
    expect(await read({ actorId })).toEqual(about);
    expect(await read({ actorId, action: 'urgeWorkOrder', actorRole: 'agent' })).toEqual(about.slice(0, 1));
    expect(await read({ actorId, actorRole: 'finance' })).toEqual([]);
    const now = toRfc3339(app.now());
    expect(await read({ actorId, from: now })).toEqual(about);
    expect(await read({ actorId, to: now })).toEqual([]);
    const seals = await admin.call(listAuditSeals, { query: {} });
    expect(seals.items[0]).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(seals.items.map(({ sequence }) => sequence)).toEqual(
      seals.items.map((_, index) => seals.items.length - index),
    );
  });

  it('does not seal past a transaction that still runs', async () => {
    const slow = await app.runtime.database.plainPool.connect();
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    const agent = await app.signIn({ role: 'agent' });
    await agent.call(orders.openWorkOrder, { body: anOrder() });
    await slow.query(
      `insert into platform.audit (at, actor_role, action, subject_type, request_id)
      values ($1, 'system', 'slow', 'test', 'test')`,
      [toRfc3339(app.now())],
    );
    await sealAudit(app.runtime.database.pool);
    await slow.query('commit');
    slow.release();
    await sealAll();
    expect(await brokenSeals()).toEqual([]);
    expect(await unsealed()).toEqual([]);
  });

  /** Transactions of other databases of the server hold the sealer back too: it takes as many turns as it needs. */
  async function sealAll(): Promise<void> {
    for (let turns = 0; turns < 200 && (await unsealed()).length > 0; turns += 1) {
      const { pool } = app.runtime.database;
      const sealed = await Promise.all([sealAudit(pool), sealAudit(pool), sealAudit(pool)]);
      expect(sealed.filter(Boolean).length).toBeLessThanOrEqual(1);
      if (!sealed.includes(true)) await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  function unsealed(): Promise<object[]> {
    return app.rows(`select from platform.audit
      where xid >= (select coalesce(max(to_xid::text::numeric), 0)::text::xid8 from platform.audit_seal)`);
  }

  async function brokenSeals(): Promise<object[]> {
    const { BROKEN_SEALS } = await import('../src/audit/sealer.ts');
    return app.rows(BROKEN_SEALS);
  }
});

it('tells people what waits in the background', async () => {
  const admin = await app.signIn({ role: 'admin' });
  const before = await admin.call(getSystemState);
  const subjectId = newId();
  await transact(async (tx) => {
    tx.setTimer({ key: `test:${subjectId}`, dueAt: tx.now - MINUTE, task: 'test.nobody', payload: {} });
  });
  const after = await admin.call(getSystemState);
  expect(after.timers).toEqual({ set: before.timers.set + 1, overdue: before.timers.overdue + 1 });
  expect(after.databaseBytes).toBeGreaterThan(0);
  await app.rows('delete from platform.timer where key = $1', [`test:${subjectId}`]);
});

describe('live topics', () => {
  it('tell a subscriber that its order changed, and refuse what is not theirs', async () => {
    const { createService } = await import('../src/start-service.ts');
    const service = await createService(app.runtime, app.modules.parts, app.modules.authenticator);
    await service.goLive();
    const url = await service.http.listen({ port: 0, host: '127.0.0.1' });
    try {
      const agent = await app.signIn({ role: 'agent' });
      const { id, customerId } = await agent.call(orders.openWorkOrder, { body: anOrder() });
      const token = await app.tokenFor({ role: 'customer', ownId: customerId });
      const heard: string[] = [];
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, {
        // undici's WebSocket takes headers here
        headers: { authorization: `Bearer ${token}` },
      } as never);
      socket.addEventListener('message', ({ data }) => heard.push(String(data)));
      await until(() => heard.length === 1);
      socket.send(JSON.stringify({ subscribe: [`work-order:${id}`, `work-order:${newId()}`, 'nonsense'] }));
      // news of the order's opening may come between
      const answer = () => heard.find((text) => text.includes('"subscribed"'));
      await until(() => answer() !== undefined);
      expect(JSON.parse(answer() ?? '')).toMatchObject({
        subscribed: [`work-order:${id}`],
        refused: expect.arrayContaining(['nonsense']),
      });
      await agent.call(orders.urgeWorkOrder, { params: { id } });
      await until(() => heard.some((text) => text === JSON.stringify({ topic: `work-order:${id}` })));
      socket.close();
    } finally {
      await service.close();
    }
  });

  async function until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !condition(); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(condition()).toBe(true);
  }
});
