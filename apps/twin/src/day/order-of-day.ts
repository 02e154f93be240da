import { cancelWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { Instant, TimeWindow } from '@firstfix/kernel';
import { addDays, DEFAULT_ZONE, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { type Asked, ask } from '../life/ask.ts';
import { type Choice, promise } from '../life/promise.ts';
import { needOf } from '../needs.ts';
import type { Need, Stage } from '../stage.ts';
import { type Temper, temperOf } from './temper.ts';
import type { WaitingOrder } from './waiting-orders.ts';

/** An order that was asked for and promised. */
export interface OrderOfDay {
  /** Whose numbers decide what happens with it. */
  readonly stage: Stage;
  readonly need: Need;
  readonly asked: Asked;
  readonly window: TimeWindow;
  readonly temper: Temper;
}

/** Many orders at once fill the first days. */
const FURTHER_DAYS = 14;

/** A window of the first day that has one free. */
const soon: Choice = ({ random }, free) => {
  const [first] = free;
  if (first === undefined) throw new RangeError('no window is free');
  const day = dateOf(first.start);
  return random.pick(free.filter(({ start }) => dateOf(start) === day));
};

export function dateOf(instant: Instant): LocalDate {
  return localDateOf(instant, DEFAULT_ZONE);
}

/** Somebody calls and is promised a window; some think better of it later. */
export async function comeIn(stage: Stage): Promise<OrderOfDay | 'no_window' | 'cancelled'> {
  const { random, cast } = stage;
  const need = needOf(random.pick(cast.customers), random);
  const temper = temperOf(random);
  const asked = await ask(stage, need);
  return agree({ stage, need, asked, temper }, await promise(stage, asked.workOrderId, soon));
}

/** The agent calls whoever waits, and promises a window. */
export async function callBack(
  stage: Stage,
  { need, asked }: WaitingOrder,
): Promise<OrderOfDay | 'no_window' | 'cancelled'> {
  const temper = temperOf(stage.random);
  const window = await promise(stage, asked.workOrderId, soon, { days: FURTHER_DAYS });
  return agree({ stage, need, asked, temper }, window);
}

/** Nobody could come: a window after that day; `undefined` when there is none. */
export async function postpone(order: OrderOfDay): Promise<OrderOfDay | undefined> {
  const days = { from: addDays(dateOf(order.window.start), 1), days: FURTHER_DAYS };
  const window = await promise(order.stage, order.asked.workOrderId, soon, days);
  return window && { ...order, window };
}

async function agree(
  order: Omit<OrderOfDay, 'window'>,
  window: TimeWindow | undefined,
): Promise<OrderOfDay | 'no_window' | 'cancelled'> {
  if (window === undefined) return 'no_window';
  if (!order.temper.cancels) return { ...order, window };
  const body = { reason: 'customer_changed_mind' as const };
  const params = { id: order.asked.workOrderId };
  await order.need.customer.connection.call(cancelWorkOrder, { params, body });
  return 'cancelled';
}
