import { startTestApp, type TestApp } from '@firstfix/testkit';
import fc from 'fast-check';
import { runOnce, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH_LIMIT, batchesOf, roundsOf } from '../src/jobs/batches.ts';
import { taskListOf } from '../src/jobs/task-list.ts';

const shares = fc.array(fc.record({ identifier: fc.constantFrom('a', 'b', 'c'), payload: fc.nat() }), {
  maxLength: 200,
});

describe('batches', () => {
  it('carry every payload once, in order, under its own task, within the limit', () => {
    fc.assert(
      fc.property(shares, (found) => {
        const batches = batchesOf(found);
        for (const { payload } of batches) {
          expect(payload.length).toBeGreaterThan(0);
          expect(payload.length).toBeLessThanOrEqual(BATCH_LIMIT);
        }
        for (const task of ['a', 'b', 'c']) {
          const given = found.filter(({ identifier }) => identifier === task).map(({ payload }) => payload);
          const carried = batches.filter(({ identifier }) => identifier === task);
          expect(carried.flatMap(({ payload }) => payload)).toEqual(given);
        }
      }),
    );
  });

  it('fall into rounds in which nothing comes twice and each thing keeps its order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.constantFrom('x', 'y', 'z'), n: fc.nat() })), (payloads) => {
        const rounds = roundsOf(payloads, ({ id }) => id);
        for (const round of rounds) expect(new Set(round.map(({ id }) => id)).size).toBe(round.length);
        for (const thing of ['x', 'y', 'z']) {
          const of = (list: typeof payloads) => list.filter(({ id }) => id === thing);
          expect(of(rounds.flat())).toEqual(of(payloads));
        }
      }),
    );
  });

  it('without a subject give each payload a round of its own', () => {
    expect(roundsOf([1, 2, 3], undefined)).toEqual([[1], [2], [3]]);
  });
});

describe('a job of several payloads', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** Writes its name, and fails for the name `bad`. Answers in how many transactions each name was tried. */
  function writer(tried: Map<string, Set<unknown>>): TaskList {
    return taskListOf(
      app.runtime,
      [],
      [
        {
          name: 'test.write',
          about: ({ name }) => String(name),
          run: async (tx, { name }) => {
            const key = String(name);
            tried.set(key, (tried.get(key) ?? new Set()).add(tx));
            await sql`insert into platform.rate_limit values (${key}, '2026-01-01', 1)`.execute(tx.tables());
            if (name === 'bad') throw new Error('cannot be done');
          },
        },
      ],
    );
  }

  async function work(names: readonly string[]): Promise<Map<string, Set<unknown>>> {
    await app.rows(`select graphile_worker.add_job('test.write', $1::json)`, [
      JSON.stringify(names.map((name) => ({ name }))),
    ]);
    const tried = new Map<string, Set<unknown>>();
    const { plainPool } = app.runtime.database;
    await runOnce({ pgPool: plainPool, taskList: writer(tried), noHandleSignals: true });
    return tried;
  }

  const written = async () =>
    (
      await app.rows<{ key: string }>(
        `select key from platform.rate_limit where window_start = '2026-01-01' order by key`,
      )
    ).map(({ key }) => key);

  it('is one transaction when all goes well', async () => {
    const tried = await work(['one', 'two', 'three']);
    expect(await written()).toEqual(['one', 'three', 'two']);
    expect(new Set([...tried.values()].flatMap((each) => [...each])).size).toBe(1);
    expect(await app.rows('select from graphile_worker.jobs')).toEqual([]);
  });

  it('lets one that fails keep nobody else, and tries only that one again', async () => {
    await work(['four', 'bad', 'five']);
    expect(await written()).toEqual(['five', 'four', 'one', 'three', 'two']);
    // given back a moment after the run
    const left = () => app.rows('select payload, attempts, locked_by from graphile_worker._private_jobs');
    await expect.poll(left).toEqual([{ payload: [{ name: 'bad' }], attempts: 1, locked_by: null }]);
  });
});
