import { setTimeout as sleep } from 'node:timers/promises';
import { findEmbeddedPostgres } from '@firstfix/platform';
import { createStage, driveLife, needOf, openDoor, type Stage, seatCast } from '@firstfix/twin';
import { expect, test } from 'vitest';
import { drained, openLook } from '../bench/database-look.ts';
import { castPeople, examineInstallation } from '../src/index.ts';
import { findDoubled, findLost } from './acknowledged-rows.ts';
import { Acknowledgements } from './acknowledgements.ts';
import { type CrashingProduct, startCrashingProduct } from './crashing-product.ts';

/** More for a long run: CRASH_ROUNDS=30. CRASH_SEED chooses what is killed when. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 7);
const seed = Number(process.env.CRASH_SEED ?? 20_261_121);
/** Narrowed by CRASH_VICTIMS=postgres, for example. */
const victims = (process.env.CRASH_VICTIMS ?? 'server,postgres,both').split(',');
const LANES = 6;
const ROUND_MS = 180_000;

test(`${rounds} kills in the middle of the work lose nothing and double nothing`, {
  timeout: 120_000 + rounds * ROUND_MS,
}, async () => {
  const product = await startCrashingProduct();
  const database = await findEmbeddedPostgres(product.dataDir);
  if (!database) throw new Error('no database runs');
  const file = await castPeople({ database, dataDir: product.dataDir });
  const told = new Acknowledgements();
  const door = openDoor(product.url, { sockets: 64 });
  const cast = seatCast(file, { ...door, connect: (token) => told.persistent(door.connect(token)) });
  const stage = await createStage(cast, seed);

  let going = true;
  const lives = keepLiving(stage, () => going);
  await crash(product, stage);
  going = false;
  const ended = await lives;
  door.close();

  const after = await findEmbeddedPostgres(product.dataDir);
  if (!after) throw new Error('no database runs');
  const look = openLook(after);
  try {
    expect(ended.failures).toEqual([]);
    expect(ended.closed).toBeGreaterThan(0);
    expect(await findLost(look, told)).toEqual({});
    expect(await findDoubled(look, told)).toEqual({});
    expect((await drained(look)).rows).toBe(0);
  } finally {
    await look.close();
  }
  const findings = await examineInstallation({ database: after, dataDir: product.dataDir });
  expect(findings.filter(({ violations }) => violations.length > 0)).toEqual([]);
  process.stdout.write(
    `${rounds} kills (seed ${seed}), ${ended.closed} lives, ${told.commands.length} commands and ${told.files.length} files acknowledged, ${told.unanswered} requests unanswered\n`,
  );
});

/** Kills the server, PostgreSQL or both at moments the seed chooses. */
async function crash(product: CrashingProduct, { random }: Stage): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await sleep(500 + random.next() * 2_000);
    const victim = random.pick(victims);
    if (victim === 'server') await product.crashServer();
    else if (victim === 'postgres') await product.crashPostgres();
    else await product.crashBoth();
  }
}

async function keepLiving(
  stage: Stage,
  going: () => boolean,
): Promise<{ closed: number; failures: string[] }> {
  let closed = 0;
  let next = 0;
  const failures: string[] = [];
  const lane = async () => {
    while (going()) {
      const customer = stage.cast.customers[next % stage.cast.customers.length];
      next += 1;
      if (!customer) throw new Error('a cast needs customers');
      try {
        const { outcome } = await driveLife(stage, needOf(customer, stage.random));
        if (outcome === 'closed') closed += 1;
      } catch (error) {
        failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { closed, failures };
}
