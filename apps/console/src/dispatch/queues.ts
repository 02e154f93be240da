import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { HOUR, type Instant, parseInstant } from '@firstfix/kernel';
import { dateOf } from '@firstfix/ui/moment.ts';
import type { QueueFilter } from './board-search.ts';

/** Why an order waits in a queue, or needs a look: keys of `dispatch.reason`. */
export type Reason = 'urgent' | 'urged' | 'rework' | 'held' | 'offered' | 'givenBack';

/** Orders nobody promised a window for, the most urgent first. */
export function unscheduled(orders: readonly WorkOrderView[]): WorkOrderView[] {
  return orders.filter(({ state, arrivalWindow }) => state === 'open' && arrivalWindow === null).sort(byNeed);
}

/** Orders promised for the day, or before it, that nobody has. */
export function unassigned(orders: readonly WorkOrderView[], date: string): WorkOrderView[] {
  return orders
    .filter(({ state, engineerId }) => engineerId === null && WAITING.includes(state))
    .filter(({ arrivalWindow }) => arrivalWindow && dateOf(parseInstant(arrivalWindow.start)) <= date)
    .sort(byNeed);
}

const WAITING: readonly WorkOrderView['state'][] = ['open', 'offered', 'scheduled'];

const URGENT_FROM = 90;

function byNeed(a: WorkOrderView, b: WorkOrderView): number {
  const urgent = Number(b.work.priority >= URGENT_FROM) - Number(a.work.priority >= URGENT_FROM);
  return urgent || parseInstant(a.dueAt) - parseInstant(b.dueAt);
}

/** Due within this, or overdue, is soon. */
const SOON_MS = HOUR;

/** The orders that have all of what is asked for. */
export function filtered(
  orders: readonly WorkOrderView[],
  only: readonly QueueFilter[],
  now: Instant,
): WorkOrderView[] {
  return orders.filter((order) => {
    const reasons: readonly string[] = reasonsOf(order);
    return only.every((one) => (one === 'soon' ? isSoon(order, now) : reasons.includes(one)));
  });
}

function isSoon({ dueAt }: WorkOrderView, now: Instant): boolean {
  return parseInstant(dueAt) - now < SOON_MS;
}

export function reasonsOf(order: WorkOrderView): Reason[] {
  const told: [Reason, boolean][] = [
    ['urgent', order.work.priority >= URGENT_FROM],
    ['urged', order.urgeCount > 0],
    ['rework', order.reworkOf !== null],
    ['held', order.hold !== null],
    ['offered', order.state === 'offered'],
    ['givenBack', order.engineerId === null && order.state !== 'offered' && order.visitCount > 0],
  ];
  return told.flatMap(([reason, is]) => (is ? [reason] : []));
}
