import { isLocalDate } from '@firstfix/kernel/zone';

export const QUEUES = ['unassigned', 'unscheduled', 'offers', 'exceptions'] as const;
export type QueueName = (typeof QUEUES)[number];

/** Which engineers the timeline shows; absent: everybody. */
export const SHOWN = ['active', 'idle', 'risk'] as const;
export type Shown = (typeof SHOWN)[number];

/** What an order of a queue must have to be shown: all of them. */
export const QUEUE_FILTERS = ['soon', 'urgent', 'urged', 'rework', 'held', 'givenBack'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

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
  readonly shown?: Shown;
  /** Who is free then, by the wall clock of the day: `14:00`. */
  readonly free?: string;
  readonly reasons?: readonly QueueFilter[];
}

/** Reads the board's URL; what it does not understand is left out. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const { territory, date, order, plan, free } = search;
  const queue = QUEUES.find((one) => one === search.queue);
  const shown = SHOWN.find((one) => one === search.shown);
  const reasons = QUEUE_FILTERS.filter(
    (one) => Array.isArray(search.reasons) && search.reasons.includes(one),
  );
  return {
    ...(isId(territory) ? { territory } : {}),
    ...(typeof date === 'string' && isLocalDate(date) ? { date } : {}),
    ...(queue ? { queue } : {}),
    ...(isId(order) ? { order } : {}),
    ...(search.map === true ? { map: true } : {}),
    ...(isId(plan) ? { plan } : {}),
    ...(shown ? { shown } : {}),
    ...(typeof free === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(free) ? { free } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
