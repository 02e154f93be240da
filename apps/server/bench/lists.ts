// Lists over a million orders and customers, asked over HTTP; cold = just after PostgreSQL was started again.
//   npm run bench -- lists        BENCH_ROWS (1000000) orders and customers
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOUR, newId, stableId, toRfc3339 } from '@firstfix/kernel';
import {
  createRuntime,
  createService,
  readConfig,
  startEmbeddedPostgres,
  systemActor,
} from '@firstfix/platform';
import { createModules, MIGRATIONS_FOLDER } from '../src/index.ts';
import { figure, percentile } from './figure.ts';
import { fillLists, TERRITORIES } from './fill-lists.ts';

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const COLD = 10;
const WARM = 150;
const GOAL_MS = 100;
const DAY_GOAL_MS = 30;

const dataDir = await mkdtemp(join(tmpdir(), 'firstfix-lists-'));
try {
  await startEmbeddedPostgres({ dataDir });
  const filled = await serve(async ({ modules, runtime }) => {
    const began = performance.now();
    const known = await registerKnown(modules, runtime);
    await fillLists(runtime.database.plainPool, { rows, now: runtime.clock.now(), known });
    console.log(`filled ${rows} orders and customers in ${Math.round((performance.now() - began) / 1000)} s`);
    return { known, now: runtime.clock.now() };
  });
  await (await startEmbeddedPostgres({ dataDir })).stop();
  await startEmbeddedPostgres({ dataDir });
  await serve(({ url, tokens }) => measure(url, tokens, filled));
} finally {
  await (await startEmbeddedPostgres({ dataDir })).stop();
  await rm(dataDir, { recursive: true, force: true });
}

interface Running {
  readonly url: string;
  readonly tokens: { agent: string; dispatcher: string; outlet: string; engineer: string };
  readonly modules: Awaited<ReturnType<typeof createModules>>;
  readonly runtime: Awaited<ReturnType<typeof createRuntime>>;
}

/** Opens the product on the database for as long as `work` takes. */
async function serve<T>(work: (running: Running) => Promise<T>): Promise<T> {
  const { connection } = await startEmbeddedPostgres({ dataDir });
  const runtime = await createRuntime({
    config: { ...readConfig(process.env), logLevel: 'error' },
    connection,
    migrationsFolder: MIGRATIONS_FOLDER,
    dataDir,
    clockFactor: 1,
    afterCommit: () => undefined,
  });
  const modules = await createModules(runtime);
  const service = await createService(runtime, modules.parts, modules.authenticator);
  const url = await service.http.listen({ port: 0, host: '127.0.0.1' });
  try {
    const open = (role: 'agent' | 'dispatcher' | 'outlet_owner' | 'engineer', own: object) =>
      runtime.transactor.transact(systemActor('bench'), (tx) =>
        modules.identity.openSession(tx, {
          userId: newId(),
          role,
          ownId: null,
          outletId: null,
          territoryIds: [],
          onlyWorkOrderId: null,
          ...own,
        }),
      );
    const tokens = {
      agent: await open('agent', {}),
      dispatcher: await open('dispatcher', { territoryIds: [TERRITORIES[3]] }),
      outlet: await open('outlet_owner', { outletId: stableId('bench outlet 7') }),
      engineer: await open('engineer', { ownId: stableId('bench engineer 42') }),
    };
    return await work({ url, tokens, modules, runtime });
  } finally {
    await service.close();
    await runtime.database.close();
  }
}

interface Known {
  readonly customerId: string;
  readonly phone: string;
}

/** Customers that can be found by their phone, among the million others. */
async function registerKnown(
  { customers }: Running['modules'],
  runtime: Running['runtime'],
): Promise<Known[]> {
  const known: Known[] = [];
  for (let n = 0; n < 200; n += 1) {
    const phone = `139${String(10_000_000 + n * 37).padStart(8, '0')}`;
    const { customerId } = await runtime.transactor.transact(systemActor('bench'), (tx) =>
      customers.registerCustomer(tx, {
        name: '王小明',
        phone,
        address: {
          districtCode: '370202',
          community: '海情小区',
          door: '1-101',
          point: { lat: 36.07, lng: 120.38 },
        },
      }),
    );
    known.push({ customerId, phone });
  }
  return known;
}

async function measure(
  url: string,
  tokens: Running['tokens'],
  { known, now }: { known: Known[]; now: number },
) {
  const get = async (path: string, token: string) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const json = async (path: string, token = tokens.agent) =>
    (await (await get(path, token)).json()) as { next: string };
  const pick = <T>(list: readonly T[], n: number): T => {
    const found = list[n % list.length];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  const words = [
    '不制冷',
    '漏水',
    '海情 异响',
    '主板',
    '冰箱 不启动',
    '排水',
    '阳光花园',
    '燃气',
    '显示 E4',
    '压缩机 噪音',
  ];
  const day = (n: number) => toRfc3339(now - (n % 300) * 24 * HOUR);
  const deep = await deepCursors(json);

  const questions: [string, number, (n: number) => Promise<unknown>][] = [
    [
      'text search',
      GOAL_MS,
      (n) => json(`/api/work-orders?sort=newest&text=${encodeURIComponent(pick(words, n))}`),
    ],
    [
      'phone',
      GOAL_MS,
      async (n) => {
        const response = await fetch(`${url}/api/customer-searches`, {
          method: 'POST',
          headers: { authorization: `Bearer ${tokens.agent}`, 'content-type': 'application/json' },
          body: JSON.stringify({ phone: pick(known, n).phone }),
        });
        if (!response.ok) throw new Error(`phone: ${response.status} ${await response.text()}`);
        await response.json();
        await json(`/api/work-orders?sort=newest&customerId=${pick(known, n).customerId}`);
      },
    ],
    [
      'state + territory + date',
      GOAL_MS,
      (n) =>
        json(
          `/api/work-orders?sort=newest&state=closed&territoryId=${pick(TERRITORIES, n)}&openedFrom=${day(n + 1)}&openedTo=${day(n)}`,
        ),
    ],
    ['sort by due', GOAL_MS, (n) => json(`/api/work-orders?territoryId=${pick(TERRITORIES, n)}`)],
    ['sort by due, all', GOAL_MS, () => json('/api/work-orders')],
    ['deep cursor page', GOAL_MS, (n) => json(`/api/work-orders?sort=newest&cursor=${pick(deep, n)}`)],
    ['facet counts', GOAL_MS, () => json('/api/work-order-counts')],
    ['facet counts of a territory', GOAL_MS, () => json('/api/work-order-counts', tokens.dispatcher)],
    ['outlet scope', GOAL_MS, () => json('/api/work-orders?sort=newest', tokens.outlet)],
    ['facet counts of an outlet', GOAL_MS, () => json('/api/work-order-counts', tokens.outlet)],
    ['start of an export', GOAL_MS, () => firstBytes('/api/work-orders.csv', get, tokens.agent)],
    [
      'an engineer’s day',
      DAY_GOAL_MS,
      () => json(`/api/visits?day=${toRfc3339(now).slice(0, 10)}`, tokens.engineer),
    ],
  ];
  for (const [name, goal, ask] of questions) {
    const cold = await time(COLD, ask, 1000);
    const warm = await time(WARM, ask, 0);
    console.log(
      `${name.padEnd(28)} cold p50 ${percentile(cold, 0.5).toFixed(1)} p95 ${percentile(cold, 0.95).toFixed(1)} ms, ` +
        `warm p50 ${percentile(warm, 0.5).toFixed(1)} p95 ${percentile(warm, 0.95).toFixed(1)} p99 ${percentile(warm, 0.99).toFixed(1)} ms`,
    );
    figure(`lists.${name} cold p95`, percentile(cold, 0.95), 'ms', goal, 'at most');
    figure(`lists.${name} warm p95`, percentile(warm, 0.95), 'ms', goal, 'at most');
  }
}

/** Cursors some thousands of rows down. */
async function deepCursors(json: (path: string) => Promise<{ next: string }>): Promise<string[]> {
  const cursors: string[] = [];
  let cursor = '';
  for (let page = 0; page < 60; page += 1) {
    const { next } = await json(
      `/api/work-orders?sort=newest&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    cursor = next;
    if (page >= 40) cursors.push(next);
  }
  return cursors;
}

async function firstBytes(
  path: string,
  get: (path: string, token: string) => Promise<Response>,
  token: string,
) {
  const reader = (await get(path, token)).body?.getReader();
  let bytes = 0;
  while (reader && bytes < 10_000) bytes += (await reader.read()).value?.length ?? 10_000;
  await reader?.cancel();
}

async function time(times: number, ask: (n: number) => Promise<unknown>, offset: number): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await ask(n + offset);
    took.push(performance.now() - began);
  }
  return took;
}
