import { ApiProblem } from '@firstfix/contract/client';
import type { Customer } from './cast.ts';
import type { Latencies } from './latencies.ts';
import { driveLife } from './life/drive-life.ts';
import { needOf } from './needs.ts';
import type { Stage } from './stage.ts';

export interface Load {
  /** Lives under way at any moment. */
  readonly concurrency: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** What is looked at when the timed part begins and ends, like other processes' CPU. */
  readonly look?: (moment: 'begin' | 'end') => void;
}

export interface LoadReport {
  readonly lives: number;
  readonly seconds: number;
  readonly livesPerSecond: number;
  readonly requests: number;
  readonly requestsPerLife: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** First words of what went wrong, with how often. */
  readonly failures: Readonly<Record<string, number>>;
}

/** Keeps `concurrency` lives going; counts those that end within the timed part. */
export async function driveLives(stage: Stage, load: Load, latencies: Latencies): Promise<LoadReport> {
  const tally = new Tally();
  const begin = performance.now() + load.warmUpSeconds * 1000;
  const end = begin + load.seconds * 1000;
  const customers = everyCustomer(stage);
  setTimeout(() => {
    latencies.clear();
    tally.clear();
    load.look?.('begin');
  }, load.warmUpSeconds * 1000);
  const lane = async () => {
    while (performance.now() < end) tally.count(await liveOnce(stage, customers()));
  };
  const counted = stopAt(end, () => {
    load.look?.('end');
    return { ...tally.result(), requests: latencies.requests };
  });
  await Promise.all(Array.from({ length: load.concurrency }, lane));
  const { lives, requests, outcomes, failures } = await counted;
  return {
    lives,
    seconds: load.seconds,
    livesPerSecond: Math.round((lives / load.seconds) * 100) / 100,
    requests,
    requestsPerLife: Math.round((requests / Math.max(1, lives)) * 10) / 10,
    outcomes,
    failures,
  };
}

/** Customers in turn, so that nobody calls again while the last visit goes on. */
function everyCustomer({ cast }: Stage): () => Customer {
  let at = 0;
  return () => {
    const customer = cast.customers[at % cast.customers.length];
    at += 1;
    if (!customer) throw new RangeError('a cast needs customers');
    return customer;
  };
}

async function liveOnce(
  stage: Stage,
  customer: Customer,
): Promise<{ outcome: string } | { failure: string }> {
  try {
    return await driveLife(stage, needOf(customer, stage.random));
  } catch (error) {
    if (error instanceof ApiProblem) return { failure: `${error.status} ${error.code}: ${error.message}` };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

class Tally {
  readonly #outcomes = new Map<string, number>();
  readonly #failures = new Map<string, number>();

  count(ended: { outcome: string } | { failure: string }): void {
    if ('outcome' in ended) add(this.#outcomes, ended.outcome);
    else add(this.#failures, ended.failure.slice(0, 200));
  }

  clear(): void {
    this.#outcomes.clear();
    this.#failures.clear();
  }

  /** A life counts when its order was closed. */
  result() {
    return {
      lives: this.#outcomes.get('closed') ?? 0,
      outcomes: Object.fromEntries(this.#outcomes),
      failures: Object.fromEntries(this.#failures),
    };
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function stopAt<T>(instant: number, look: () => T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(look()), instant - performance.now()));
}
