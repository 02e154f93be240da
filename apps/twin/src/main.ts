import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CastFile, seatCast } from './cast.ts';
import { type Door, openDoor } from './connection.ts';
import { driveDay } from './day/drive-day.ts';
import { driveLives } from './drive-lives.ts';
import { Latencies } from './latencies.ts';
import { live } from './living/live.ts';
import { createStage, type Stage } from './stage.ts';

const USAGE = `Simulated people who use Firstfix through its public API.

  node apps/twin/src/main.ts day   --url URL --cast FILE [--orders 100 | --imported] [--seed 1] [--hurry]
      One working day: orders come in, are planned, engineers drive them in their order, customers judge.
      --imported works on the open orders there are, over as many days as they take.
      --hurry leaves out the waiting for business time.
  node apps/twin/src/main.ts lives --url URL --cast FILE [--concurrency 32] [--seconds 30] [--warm-up 5] [--photos 1000]
      Whole lives of orders, as many as go.

  node apps/twin/src/main.ts live  --url URL --cast FILE [--seed 1] [--seconds N]
      The city lives along with the business clock, until it is stopped or for N seconds.

FILE comes from: node bin/firstfix.mjs cast --out FILE
The last line of the output is a report as JSON.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://localhost:4000' },
    cast: { type: 'string', default: 'cast.json' },
    seed: { type: 'string', default: '1' },
    orders: { type: 'string', default: '100' },
    imported: { type: 'boolean', default: false },
    hurry: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '32' },
    seconds: { type: 'string' },
    'warm-up': { type: 'string', default: '5' },
    photos: { type: 'string', default: '0' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const latencies = new Latencies();
const [what] = positionals;
const plays = { day: runDay, lives: runLives, live: runLive };
const play = what === 'day' || what === 'lives' || what === 'live' ? plays[what] : undefined;
if (values.help || !play) {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = values.help ? 0 : 2;
} else {
  const door = openDoor(values.url, { sockets: 256, observe: latencies.observe });
  const report = await play(await setStage(door));
  door.close();
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function setStage(door: Door): Promise<Stage> {
  const file: CastFile = JSON.parse(readFileSync(values.cast, 'utf8'));
  const stage = await createStage(seatCast(file, door), Number(values.seed));
  await stage.photos.fill(Number(values.photos), stage.cast.engineers);
  return stage;
}

async function runDay(stage: Stage) {
  const orders = values.imported ? 'imported' : Number(values.orders);
  return driveDay(stage, { orders, hurry: values.hurry });
}

/** The report tells what happened how often, and how long people waited for an answer. */
async function runLive(stage: Stage) {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    if (values.seconds !== undefined) setTimeout(resolve, Number(values.seconds) * 1000);
  });
  const events = await live(stage, stopped);
  // everybody else is left in the middle of something
  setTimeout(() => process.exit(0), 200);
  return { events, requests: latencies.requests, ...latencies.summary() };
}

/** Lines `begin` and `end` on the error output let whoever started us measure the same seconds. */
async function runLives(stage: Stage) {
  let before = process.cpuUsage();
  let used = 0;
  const load = {
    concurrency: Number(values.concurrency),
    warmUpSeconds: Number(values['warm-up']),
    seconds: Number(values.seconds ?? 30),
    look: (moment: 'begin' | 'end') => {
      process.stderr.write(`${moment}\n`);
      const { user, system } = process.cpuUsage(before);
      used = (user + system) / 1e6;
      before = process.cpuUsage();
    },
  };
  const report = await driveLives(stage, load, latencies);
  return { ...report, driverCpuSeconds: used, ...latencies.summary() };
}
