// Registering a request through the API against a program that only writes the same rows.
//   npm run bench -- intake [--seconds 10] [--connections 16] [--profile DIR]
import { parseArgs } from 'node:util';
import { registerRequest } from '@firstfix/contract/requests/endpoints';
import { findEmbeddedPostgres } from '@firstfix/platform';
import { type Connection, openDoor } from '@firstfix/twin';
import { castPeople } from '../src/index.ts';
import { drained, openLook } from './database-look.ts';
import { figure, percentile } from './figure.ts';
import { startProduct } from './product.ts';
import { openRawWriter } from './raw-writer.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '16' },
    profile: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const connections = Number(values.connections);
const ROUNDS = 2;
const OPEN_LOOP_RATE = 100;

const product = await startProduct(values.profile ? { profile: values.profile } : {});
try {
  await measure();
} finally {
  await product.stop();
}

type Customer = Awaited<ReturnType<typeof castPeople>>['customers'][number];

async function measure(): Promise<void> {
  const { dataDir, url } = product;
  const database = await findEmbeddedPostgres(dataDir);
  if (!database) throw new Error('the server runs without its database');
  const look = openLook(database);
  console.log(JSON.stringify(await look.settings()));
  const cast = await castPeople({ database, dataDir });
  await look.stopBusinessClockRushing();
  const door = openDoor(url, { sockets: connections });
  const agent = door.connect(cast.agent);
  const next = turnsOf(cast.customers);
  const model = await register(agent, next());
  await pause(2);
  const raw = await openRawWriter(database, model);
  await throughApi(agent, next, 3);
  await raw.write({ connections, seconds: 3 });
  const rates: { api: number; raw: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpuNow();
    const api = await throughApi(agent, next, seconds);
    console.log(JSON.stringify({ cpuMillisecondsPerRequest: spentPerRequest(before, api * seconds) }));
    await drained(look);
    rates.push({ api, raw: await raw.write({ connections, seconds }) });
    await look.rows(`delete from platform.outbox where event like 'bench.%'`);
  }
  console.log(JSON.stringify({ statementsOfTheRawProgram: raw.statements, rates }));
  const took = await openLoop(agent, next, seconds);
  await look.close();
  door.close();
  const share = rates.reduce((sum, rate) => sum + rate.api / rate.raw, 0) / rates.length;
  figure('intake.api_rate', mean(rates.map(({ api }) => api)), 'requests/s', 0, 'at least');
  figure('intake.raw_rate', mean(rates.map(({ raw: rate }) => rate)), 'transactions/s', 0, 'at least');
  figure('intake.share_of_raw', share * 100, '%', 50, 'at least');
  figure('intake.p99_at_100_per_second', percentile(took, 0.99), 'ms', 50, 'at most');
}

interface Cpu {
  readonly server: number;
  readonly postgres: number;
  readonly driver: number;
}

function cpuNow(): Cpu {
  const { user, system } = process.cpuUsage();
  return {
    server: product.cpuSeconds(),
    postgres: product.postgresCpuSeconds(),
    driver: (user + system) / 1_000_000,
  };
}

function spentPerRequest(before: Cpu, requests: number): Cpu {
  const now = cpuNow();
  const each = (who: keyof Cpu) => Math.round(((now[who] - before[who]) / requests) * 100_000) / 100;
  return { server: each('server'), postgres: each('postgres'), driver: each('driver') };
}

function turnsOf(customers: readonly Customer[]): () => Customer {
  let turn = 0;
  return () => {
    const customer = customers[turn++ % customers.length];
    if (!customer) throw new Error('the cast holds no customers');
    return customer;
  };
}

async function register(agent: Connection, customer: Customer): Promise<string> {
  const [appliance] = customer.appliances;
  const { id } = await agent.call(registerRequest, {
    body: {
      channel: 'phone',
      caller: { customerId: customer.id, householdId: customer.householdId },
      items: [{ workType: 'repair', category: appliance?.category ?? 'fridge', applianceId: appliance?.id }],
      words: '冰箱不制冷，昨天开始',
    },
  });
  return id;
}

/** As many as go through `connections` at a time. */
async function throughApi(agent: Connection, next: () => Customer, forSeconds: number): Promise<number> {
  const end = performance.now() + forSeconds * 1000;
  let registered = 0;
  const callers = Array.from({ length: connections }, async () => {
    for (; performance.now() < end; registered += 1) await register(agent, next());
  });
  await Promise.all(callers);
  return registered / forSeconds;
}

/** One every ten milliseconds, whether the one before is answered or not. */
async function openLoop(agent: Connection, next: () => Customer, forSeconds: number): Promise<number[]> {
  const took: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < forSeconds * OPEN_LOOP_RATE; n += 1) {
    const due = began + (n * 1000) / OPEN_LOOP_RATE;
    await pause((due - performance.now()) / 1000);
    running.push(register(agent, next()).then(() => void took.push(performance.now() - due)));
  }
  await Promise.all(running);
  return took;
}

function pause(forSeconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, forSeconds * 1000)));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
