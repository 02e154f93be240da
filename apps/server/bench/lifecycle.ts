// Whole lives of orders against a real server with its own durable PostgreSQL, everything on this machine.
//   npm run bench -- lifecycle [--concurrency 32] [--seconds 30] [--warm-up 8] [--profile DIR]
import { parseArgs } from 'node:util';
import { findEmbeddedPostgres } from '@firstfix/platform';
import { castPeople, examineInstallation } from '../src/index.ts';
import { drained, openLook } from './database-look.ts';
import { figure } from './figure.ts';
import { startProduct } from './product.ts';
import { runTwin } from './twin.ts';

const { values } = parseArgs({
  options: {
    concurrency: { type: 'string', default: '32' },
    seconds: { type: 'string', default: '30' },
    'warm-up': { type: 'string', default: '8' },
    photos: { type: 'string', default: '8000' },
    profile: { type: 'string' },
  },
});

const LIVES_GOAL = 50;
const REQUESTS_GOAL = 15;

const product = await startProduct({ profile: values.profile });
try {
  await measure();
} finally {
  await product.stop();
}

async function measure(): Promise<void> {
  const { dataDir } = product;
  const database = await findEmbeddedPostgres(dataDir);
  if (!database) throw new Error('the server runs without its database');
  const look = openLook(database);
  process.stdout.write(`${JSON.stringify(await look.settings())}\n`);
  const cast = await castPeople({ database, dataDir });
  await look.stopBusinessClockRushing();
  const report = await runTwin({
    url: product.url,
    cast,
    args: ['lives', ...numbers('concurrency', 'seconds', 'warm-up', 'photos')],
    cpuSeconds: () => ({ server: product.cpuSeconds(), postgres: product.postgresCpuSeconds() }),
  });
  process.stdout.write(`${JSON.stringify(report.operations)}\n`);
  const { livesPerSecond, lives, requests, requestsPerLife, outcomes, failures, refusals, cpu, load } =
    report;
  const requestsPerSecond = Math.round(requests / Number(values.seconds));
  const spent = { outcomes, failures, refusals, requestsPerSecond, load };
  process.stdout.write(`${JSON.stringify({ ...spent, cpuSecondsPerLife: perLife(cpu, lives) })}\n`);
  const left = await drained(look);
  const findings = await examineInstallation({ database, dataDir });
  const violations = findings.flatMap((finding) =>
    finding.violations.map((one) => `${finding.name}: ${one}`),
  );
  for (const violation of violations.slice(0, 20)) process.stdout.write(`${violation}\n`);
  await look.close();
  figure('lifecycle.requests_per_life', requestsPerLife, 'requests', REQUESTS_GOAL, 'at least');
  figure('lifecycle.drained_after', left.seconds, 's', 30, 'at most');
  figure('lifecycle.left_after_draining', left.rows, 'events and jobs', 0, 'at most');
  figure('lifecycle.doctor_violations', violations.length, 'violations', 0, 'at most');
  figure('lifecycle.lives_per_second', livesPerSecond, 'lives/s', LIVES_GOAL, 'at least');
}

function numbers(...names: ('concurrency' | 'seconds' | 'warm-up' | 'photos')[]): string[] {
  return names.flatMap((name) => [`--${name}`, values[name]]);
}

/** To a tenth of a millisecond of CPU. */
function perLife(cpu: Readonly<Record<string, number>>, lives: number): Record<string, number> {
  const round = (seconds: number) => Math.round((seconds / Math.max(1, lives)) * 10_000) / 10_000;
  return Object.fromEntries(Object.entries(cpu).map(([who, seconds]) => [who, round(seconds)]));
}
