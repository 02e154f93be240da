import { isLocalDate } from '@firstfix/kernel/zone';

export const QUEUES = ['unassigned', 'unscheduled', 'offers', 'exceptions'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What the board shows, as its URL says it. Absent: the first territory, today, unassigned orders, no map. */
export interface BoardSearch {
  readonly territory?: string;
  readonly date?: string;
  readonly queue?: QueueName;
  /** The order looked at. */
  readonly order?: string;
  readonly map?: boolean;
  /** The proposal laid over the day. */
  readonly plan?: string;
}

/** Reads the board's URL; what it does not understand is left out. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const { territory, date, order, plan } = search;
  const queue = QUEUES.find((one) => one === search.queue);
  return {
    ...(isId(territory) ? { territory } : {}),
    ...(typeof date === 'string' && isLocalDate(date) ? { date } : {}),
    ...(queue ? { queue } : {}),
    ...(isId(order) ? { order } : {}),
    ...(search.map === true ? { map: true } : {}),
    ...(isId(plan) ? { plan } : {}),
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
