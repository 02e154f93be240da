import { cancelWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { Instant, TimeWindow } from '@firstfix/kernel';
import { DEFAULT_ZONE, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { type Asked, ask } from '../life/ask.ts';
import { type Choice, promise } from '../life/promise.ts';
import { needOf } from '../needs.ts';
import type { Need, Stage } from '../stage.ts';
import { type Temper, temperOf } from './temper.ts';

/** An order that was asked for and promised. */
export interface OrderOfDay {
  readonly need: Need;
  readonly asked: Asked;
  readonly window: TimeWindow;
  readonly temper: Temper;
}

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
  const window = await promise(stage, asked.workOrderId, soon);
  if (window === undefined) return 'no_window';
  if (temper.cancels) {
    const body = { reason: 'customer_changed_mind' as const };
    await need.customer.connection.call(cancelWorkOrder, { params: { id: asked.workOrderId }, body });
    return 'cancelled';
  }
  return { need, asked, window, temper };
}
