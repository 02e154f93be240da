import { endCannotComplete, markStepMissing } from '@firstfix/contract/fieldwork/endpoints';
import { listVisits } from '@firstfix/contract/orders/endpoints';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import { type Id, MINUTE, parseInstant } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Engineer } from '../cast.ts';
import { opinionOf } from '../life/opinion.ts';
import { commandFields, type Phone } from '../life/phone.ts';
import { settle } from '../life/settle.ts';
import { travel, work } from '../life/visit.ts';
import type { Stage } from '../stage.ts';
import type { OrderOfDay } from './order-of-day.ts';

export type DayOutcome = 'closed' | 'quote_refused' | 'customer_absent';

interface Day {
  readonly stage: Stage;
  readonly date: LocalDate;
  readonly orders: ReadonlyMap<Id, OrderOfDay>;
  readonly hurry: boolean;
  /** Told how each order ended, and with how many stars. */
  readonly ended: (outcome: DayOutcome, stars: number | undefined) => void;
}

/** An engineer drives the visits of the day in their planned order. */
export async function workDay(day: Day, engineer: Engineer): Promise<void> {
  const { items } = await engineer.connection.call(listVisits, { query: { day: day.date } });
  const planned = items
    .filter(({ state }) => state === 'planned')
    .toSorted((a, b) => parseInstant(a.plannedStartAt) - parseInstant(b.plannedStartAt));
  for (const visit of planned) await serve(day, engineer, visit);
}

async function serve(day: Day, engineer: Engineer, visit: VisitView): Promise<void> {
  const { stage, hurry } = day;
  const [workOrderId = ''] = visit.workOrderIds;
  const order = day.orders.get(workOrderId);
  if (!order) return;
  const phone: Phone = {
    stage: order.stage,
    engineer,
    visitId: visit.id,
    workOrderId,
    place: visit.place.point,
  };
  if (!hurry) await stage.clock.sleepUntil(parseInstant(visit.plannedStartAt));
  await travel(phone, order.need);
  if (order.temper.isAbsent) {
    const body = { ...commandFields(phone), reason: 'customer_absent' as const };
    await engineer.connection.call(endCannotComplete, { params: { id: visit.id }, body });
    return day.ended('customer_absent', undefined);
  }
  const lateMinutes = Math.max(0, Math.floor((stage.clock.now() - order.window.end) / MINUTE));
  const { done, agreedFen } = await work(
    phone,
    order.need,
    order.asked.chargeable,
    order.temper.willingToPay,
  );
  if (!hurry) await stage.clock.sleepUntil(parseInstant(visit.plannedEndAt));
  const stars = await judge(phone, order, { lateMinutes, agreedFen, done });
  day.ended(done ? 'closed' : 'quote_refused', stars);
}

async function judge(
  phone: Phone,
  { need, temper }: OrderOfDay,
  { lateMinutes, agreedFen, done }: { lateMinutes: number; agreedFen: number; done: boolean },
): Promise<number | undefined> {
  const missingSteps = done && temper.sloppy ? 1 : 0;
  if (missingSteps > 0) {
    const body = { ...commandFields(phone), stepCode: 'leave_clean' };
    await need.customer.connection.call(markStepMissing, { params: { id: phone.visitId }, body });
  }
  const { severity } = temper;
  const rating = opinionOf({ lateMinutes, paidFen: agreedFen, missingSteps, severity });
  await settle(need.customer, phone.workOrderId, agreedFen, temper.rates ? rating : undefined);
  return temper.rates ? rating.stars : undefined;
}
