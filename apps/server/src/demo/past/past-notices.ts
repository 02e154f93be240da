import { type Id, type Instant, MINUTE } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Modules } from '../../modules.ts';
import type { Story } from './tell-story.ts';

type PastNotice = Parameters<Modules['notices']['seedPastNotices']>[1][number];

/** What customers were told of their orders until now. */
export function noticesOf(
  told: ReadonlyMap<Id, { readonly story: Story }>,
  orders: ReadonlyMap<Id, WorkOrder>,
  now: Instant,
): PastNotice[] {
  return [...told].flatMap(([workOrderId, { story }]) => {
    const order = orders.get(workOrderId);
    if (!order) return [];
    const { number, customerId } = order;
    const notice = (at: Instant, template: PastNotice['template'], variables: Record<string, string> = {}) =>
      at <= now ? [{ at, customerId, workOrderId, template, variables: { ...variables, number } }] : [];
    return [
      ...(story.cancelledAt === undefined ? [] : notice(story.cancelledAt, 'work_order_cancelled')),
      ...story.visits.flatMap(({ departedAt }) => notice(departedAt, 'engineer_departed')),
      ...story.planned.rounds.slice(0, 1).flatMap(({ window }) =>
        notice(story.planned.calledAt + 2 * MINUTE, 'window_promised', {
          window: wordsOf(window.start, window.end),
        }),
      ),
    ];
  });
}

const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function wordsOf(start: Instant, end: Instant): string {
  return `${DAY.format(start)} ${TIME.format(start)}-${TIME.format(end)}`;
}
