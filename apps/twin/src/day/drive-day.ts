import type { Id } from '@firstfix/kernel';
import type { Stage } from '../stage.ts';
import { comeIn, dateOf, type OrderOfDay } from './order-of-day.ts';
import { plan } from './plan.ts';
import { workDay } from './work-day.ts';

export interface DayOptions {
  readonly orders: number;
  /** Without waiting for business time. */
  readonly hurry: boolean;
}

export interface DayReport {
  readonly orders: number;
  /** How many orders ended how. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stars: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** Calls at the same time. */
const LINES = 8;
const FAILURES_SHOWN = 20;

/** Orders come in, their days are planned, engineers drive them, customers judge. */
export async function driveDay(stage: Stage, options: DayOptions): Promise<DayReport> {
  const outcomes = new Map<string, number>();
  const stars = new Map<string, number>();
  const failures: string[] = [];
  const count = (outcome: string) => add(outcomes, outcome);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      count('failed');
      failures.push(error instanceof Error ? error.message : String(error));
    }
  };

  const promised: OrderOfDay[] = [];
  await inLanes(options.orders, LINES, () =>
    attempt(async () => {
      const order = await comeIn(stage);
      if (typeof order === 'string') count(order);
      else promised.push(order);
    }),
  );

  const orders = new Map(promised.map((order) => [order.asked.workOrderId, order]));
  let left = orders.size;
  for (const [date, ofDate] of byDate(promised)) {
    for (const territoryId of territoriesOf(ofDate)) {
      await attempt(async () => {
        if (!(await plan(stage, territoryId, date))) count('plan_failed');
      });
    }
    const ended = (outcome: string, given: number | undefined) => {
      left -= 1;
      count(outcome);
      if (given !== undefined) add(stars, String(given));
    };
    const day = { stage, date, orders, hurry: options.hurry, ended };
    await Promise.all(stage.cast.engineers.map((engineer) => attempt(() => workDay(day, engineer))));
  }
  if (left > 0) outcomes.set('not_served', left);
  return {
    orders: options.orders,
    outcomes: Object.fromEntries(outcomes),
    stars: Object.fromEntries(stars),
    failures: failures.slice(0, FAILURES_SHOWN),
  };
}

function byDate(orders: readonly OrderOfDay[]): [string, OrderOfDay[]][] {
  return [...Map.groupBy(orders, ({ window }) => dateOf(window.start))].sort(([a], [b]) => (a < b ? -1 : 1));
}

function territoriesOf(orders: readonly OrderOfDay[]): Set<Id> {
  return new Set(orders.map(({ asked }) => asked.territoryId));
}

async function inLanes(times: number, lanes: number, work: () => Promise<void>): Promise<void> {
  let left = times;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
