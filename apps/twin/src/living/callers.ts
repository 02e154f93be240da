import { cancelWorkOrder } from '@firstfix/contract/orders/endpoints';
import { HOUR, MINUTE } from '@firstfix/kernel';
import { DEFAULT_ZONE, minuteOfDay } from '@firstfix/kernel/zone';
import { ask } from '../life/ask.ts';
import { type Choice, promise } from '../life/promise.ts';
import { needOf } from '../needs.ts';
import { stageOf } from '../stage.ts';
import type { Town } from './town.ts';

/** Calls an hour by the hour of the day; the line is closed at night. */
const CALLS_AN_HOUR = [0, 0, 0, 0, 0, 0, 0, 8, 20, 26, 24, 20, 14, 14, 18, 20, 18, 16, 16, 18, 10, 0, 0, 0];
const CANCELS = 0.04;

/** One of the windows that come first. */
const soon: Choice = ({ random }, free) => random.pick(free.slice(0, 5));

/** People call all day long, more in the morning; some think better of it. */
export async function liveAsCallers(town: Town): Promise<never> {
  const { clock, random } = town.stage;
  let count = 0;
  for (;;) {
    const hour = Math.floor(minuteOfDay(clock.now(), DEFAULT_ZONE) / 60);
    const rate = CALLS_AN_HOUR[hour] ?? 0;
    if (rate === 0) await clock.pass(10 * MINUTE);
    else {
      await clock.pass((HOUR / rate) * (0.3 + 1.4 * random.next()));
      count += 1;
      const call = `call ${count}`;
      town.begin('called', () => comeIn(town, call));
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function comeIn(town: Town, name: string): Promise<void> {
  const stage = stageOf(town.stage, name);
  const { random, clock, cast } = stage;
  const need = needOf(random.pick(cast.customers), random);
  const { workOrderId } = await ask(stage, need);
  await promise(stage, workOrderId, soon);
  if (!random.chance(CANCELS)) return;
  await clock.pass(random.between(20, 300) * MINUTE);
  const body = { reason: 'customer_changed_mind' as const };
  await town.attempt('cancelled', () =>
    need.customer.connection.call(cancelWorkOrder, { params: { id: workOrderId }, body }),
  );
}
