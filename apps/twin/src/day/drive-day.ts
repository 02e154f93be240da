import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import { type Stage, stageOf } from '../stage.ts';
import { callBack, comeIn, dateOf, type OrderOfDay, postpone } from './order-of-day.ts';
import { plan } from './plan.ts';
import { Tally } from './tally.ts';
import { listWaitingOrders } from './waiting-orders.ts';
import { workDay } from './work-day.ts';

export interface DayOptions {
  /** How many come in; `imported`: none does, those that are open are worked on. */
  readonly orders: number | 'imported';
  /** Without waiting for business time. */
  readonly hurry: boolean;
}

export interface DayReport {
  readonly orders: number;
  /** How many orders ended how. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stars: Readonly<Record<string, number>>;
  /** Outcomes by the day of the visit. */
  readonly days: Readonly<Record<LocalDate, Readonly<Record<string, number>>>>;
  /** What kept engineers away, for orders a plan left out. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Wall seconds by part. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** Calls at the same time. */
const LINES = 8;
const FAILURES_SHOWN = 20;

/** Orders come in or wait already, their days are planned one after the other, engineers drive them, customers judge. */
export async function driveDay(stage: Stage, options: DayOptions): Promise<DayReport> {
  const run = new Run(stage, options.hurry);
  const came = await run.timed('promise', () => run.takeOrders(options.orders));
  for (let date = run.nextDate(); date !== undefined; date = run.nextDate()) await run.drive(date);
  return run.report(came);
}

/** Orders on their way through the days. */
class Run {
  readonly #stage: Stage;
  readonly #hurry: boolean;
  readonly #orders = new Map<Id, OrderOfDay>();
  readonly #byDate = new Map<LocalDate, OrderOfDay[]>();
  readonly #outcomes = new Tally();
  readonly #stars = new Tally();
  readonly #reasons = new Tally();
  readonly #seconds = new Tally();
  readonly #days = new Map<LocalDate, Tally>();
  readonly #failures: string[] = [];
  #left = 0;

  constructor(stage: Stage, hurry: boolean) {
    this.#stage = stage;
    this.#hurry = hurry;
  }

  /** How many orders there are; who is promised a window stands on its day. */
  async takeOrders(wanted: number | 'imported'): Promise<number> {
    const works =
      wanted === 'imported'
        ? (await listWaitingOrders(this.#stage)).map(
            (order) => () => callBack(stageOf(this.#stage, order.asked.workOrderId), order),
          )
        : Array.from({ length: wanted }, (_, index) => () => comeIn(stageOf(this.#stage, `call ${index}`)));
    await inLanes(works, LINES, (work) =>
      this.#attempt(async () => {
        const order = await work();
        if (typeof order === 'string') this.#outcomes.add(order);
        else {
          this.#left += 1;
          this.#put(order);
        }
      }),
    );
    return works.length;
  }

  /** The earliest day not driven yet. */
  nextDate(): LocalDate | undefined {
    return [...this.#byDate.keys()].toSorted()[0];
  }

  async drive(date: LocalDate): Promise<void> {
    const ofDate = this.#byDate.get(date) ?? [];
    this.#byDate.delete(date);
    const tally = new Tally();
    this.#days.set(date, tally);
    tally.add('promised', ofDate.length);
    await this.timed('plan', async () => {
      for (const territoryId of territoriesOf(ofDate)) {
        await this.#attempt(() => this.#plan(territoryId, date, tally));
      }
    });
    const ended = (outcome: string, given: number | undefined) => {
      this.#left -= 1;
      this.#outcomes.add(outcome);
      tally.add(outcome);
      if (given !== undefined) this.#stars.add(String(given));
    };
    const day = { stage: this.#stage, date, orders: this.#orders, hurry: this.#hurry, ended };
    const { engineers } = this.#stage.cast;
    await this.timed('drive', () =>
      Promise.all(engineers.map((engineer) => this.#attempt(() => workDay(day, engineer)))),
    );
  }

  /** Whom the plan leaves out is called again and promised a later day. */
  async #plan(territoryId: Id, date: LocalDate, tally: Tally): Promise<void> {
    const planned = await plan(this.#stage, territoryId, date);
    if (!planned) return this.#outcomes.add('plan_failed');
    for (const { workOrderId, reasons } of planned.unassigned) {
      for (const reason of reasons) this.#reasons.add(reason);
      tally.add('unassigned');
      const order = this.#orders.get(workOrderId);
      if (!order) continue;
      const later = await postpone(order);
      if (later) this.#put(later);
    }
  }

  async timed<T>(part: string, work: () => Promise<T>): Promise<T> {
    const begunAt = performance.now();
    const result = await work();
    this.#seconds.add(part, Math.round(performance.now() - begunAt) / 1000);
    return result;
  }

  report(orders: number): DayReport {
    if (this.#left > 0) this.#outcomes.add('not_served', this.#left);
    return {
      orders,
      outcomes: this.#outcomes.result(),
      stars: this.#stars.result(),
      days: Object.fromEntries([...this.#days].map(([date, tally]) => [date, tally.result()])),
      reasons: this.#reasons.result(),
      seconds: this.#seconds.result(),
      failures: this.#failures.slice(0, FAILURES_SHOWN),
    };
  }

  #put(order: OrderOfDay): void {
    this.#orders.set(order.asked.workOrderId, order);
    const date = dateOf(order.window.start);
    const ofDate = this.#byDate.get(date);
    if (ofDate) ofDate.push(order);
    else this.#byDate.set(date, [order]);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#outcomes.add('failed');
      this.#failures.push(error instanceof Error ? error.message : String(error));
    }
  }
}

function territoriesOf(orders: readonly OrderOfDay[]): Set<Id> {
  return new Set(orders.map(({ asked }) => asked.territoryId));
}

async function inLanes<T>(
  things: readonly T[],
  lanes: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const left = things.values();
  const lane = async () => {
    for (const thing of left) await work(thing);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
