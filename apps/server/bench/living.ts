// The city lives at sixty times the speed of the wall while screens look on: events a second, the screens' p95, doctor.
//   npm run bench -- living [--seconds 300]
import { parseArgs } from 'node:util';
import { type Client, createClient } from '@firstfix/contract/client';
import { listExceptions } from '@firstfix/contract/dispatch/endpoints';
import { signIn } from '@firstfix/contract/identity/endpoints';
import { listFigures } from '@firstfix/contract/insight/endpoints';
import {
  countWorkOrders,
  listJourney,
  listVisits,
  listWorkOrders,
} from '@firstfix/contract/orders/endpoints';
import { getBusinessClock, setClockFactor } from '@firstfix/contract/platform/endpoints';
import { listFollowUps } from '@firstfix/contract/verdict/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { findEmbeddedPostgres } from '@firstfix/platform';
import { DEMO_PASSWORD } from '../src/demo/demo-accounts.ts';
import { castPeople, examineInstallation } from '../src/index.ts';
import { drained, openLook } from './database-look.ts';
import { figure, percentile } from './figure.ts';
import { startProduct } from './product.ts';
import { runTwin } from './twin.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '300' } } });
const SCREEN_EVERY_MS = 250;
const P95_GOAL_MS = 250;

const product = await startProduct({ past: true });
try {
  await measure();
} finally {
  await product.stop();
}

async function measure(): Promise<void> {
  const { dataDir, url } = product;
  const database = await findEmbeddedPostgres(dataDir);
  if (!database) throw new Error('the server runs without its database');
  const look = openLook(database);
  const director = await signInAs('director');
  await director.call(setClockFactor, { body: { factor: 60 } });
  const before = await lastEvent();
  const screens = watchScreens(director);
  const cast = await castPeople({ database, dataDir });
  const report = await runTwin({
    url,
    cast,
    args: ['live', '--seconds', values.seconds],
    cpuSeconds: () => ({ server: product.cpuSeconds(), postgres: product.postgresCpuSeconds() }),
  });
  const times = await screens.end();
  const events = (await lastEvent()) - before;
  await director.call(setClockFactor, { body: { factor: 0 } });
  const { requests, refusals, load } = report;
  process.stdout.write(
    `${JSON.stringify({ requests, events: report.events, refusals, load, screens: times.size })}\n`,
  );
  const left = await drained(look);
  const findings = await examineInstallation({ database, dataDir });
  const violations = findings.flatMap((one) => one.violations.map((words) => `${one.name}: ${words}`));
  for (const violation of violations.slice(0, 20)) process.stdout.write(`${violation}\n`);
  await look.close();
  for (const [screen, taken] of times) {
    figure(`living.${screen}.p95`, percentile(taken, 0.95), 'ms', P95_GOAL_MS, 'at most');
  }
  figure('living.events_per_second', events / Number(values.seconds), 'events/s', 1, 'at least');
  figure('living.left_after_draining', left.rows, 'events and jobs', 0, 'at most');
  figure('living.doctor_violations', violations.length, 'violations', 0, 'at most');

  async function lastEvent(): Promise<number> {
    const [row] = await look.rows<{ last: number }>(
      "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('platform.outbox', 'id')), 0)::float8 as last",
    );
    return row?.last ?? 0;
  }

  async function signInAs(userName: string): Promise<Client> {
    const { token } = await createClient(url).call(signIn, { body: { userName, password: DEMO_PASSWORD } });
    return createClient(url, token);
  }
}

/** Looks at one screen after the other, as people at their desks do. */
function watchScreens(reader: Client) {
  const times = new Map<string, number[]>();
  let over = false;
  const questions: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['orders_by_due', () => reader.call(listWorkOrders, { query: { limit: 50 } })],
    ['orders_newest', () => reader.call(listWorkOrders, { query: { sort: 'newest', limit: 50 } })],
    ['order_counts', () => reader.call(countWorkOrders)],
    ['journey', lookAtJourney],
    ['visits_of_a_day', lookAtDay],
    ['exceptions', () => reader.call(listExceptions, { query: {} })],
    ['follow_ups', () => reader.call(listFollowUps, { query: {} })],
    ['figures', () => reader.call(listFigures, { query: {} })],
  ];
  const watching = (async () => {
    for (let at = 0; !over; at += 1) {
      const [screen, ask] = questions[at % questions.length] ?? questions[0] ?? ['', async () => undefined];
      const begun = performance.now();
      await ask();
      times.set(screen, [...(times.get(screen) ?? []), performance.now() - begun]);
      await new Promise((resolve) => setTimeout(resolve, SCREEN_EVERY_MS));
    }
  })();
  return {
    async end() {
      over = true;
      await watching;
      return times;
    },
  };

  async function lookAtJourney(): Promise<void> {
    const { items } = await reader.call(listWorkOrders, { query: { limit: 1 } });
    const [order] = items;
    if (order) await reader.call(listJourney, { params: { id: order.id } });
  }

  async function lookAtDay(): Promise<void> {
    const { items } = await reader.call(listWorkOrders, { query: { limit: 1 } });
    const { now } = await reader.call(getBusinessClock);
    const day = localDateOf(parseInstant(now), DEFAULT_ZONE);
    const territoryId = items[0]?.territoryId;
    if (territoryId) await reader.call(listVisits, { query: { territoryId, day } });
  }
}
