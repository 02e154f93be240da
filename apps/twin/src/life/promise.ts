import { ApiProblem } from '@firstfix/contract/client';
import {
  bookSlot,
  holdSlot,
  listSlots,
  SLOT_FULL,
  SLOT_TOO_LATE,
} from '@firstfix/contract/dispatch/endpoints';
import { type Id, parseInstant, type TimeWindow } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Stage } from '../stage.ts';

/** How many days people look at; and how often somebody may be faster. */
const DAYS = 7;
const TRIES = 5;

/** Chooses one of the free windows. */
export type Choice = (stage: Stage, free: readonly TimeWindow[]) => TimeWindow;

export const anyWindow: Choice = ({ random }, free) => random.pick(free);

/** The agent asks for the windows, holds the one the customer likes, and books it; `undefined` when all are full. */
export async function promise(
  stage: Stage,
  workOrderId: Id,
  choose: Choice,
  days: { readonly from?: LocalDate; readonly days: number } = { days: DAYS },
): Promise<TimeWindow | undefined> {
  const { agent } = stage.cast;
  const params = { id: workOrderId };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { items } = await agent.call(listSlots, { params, query: days });
    const free = items
      .filter(({ fit }) => fit !== 'full')
      .map(({ start, end }) => ({ start: parseInstant(start), end: parseInstant(end) }));
    if (free.length === 0) return undefined;
    const window = choose(stage, free);
    const holdId = await hold(stage, workOrderId, window);
    if (holdId === undefined) continue;
    await agent.call(bookSlot, { params, body: { holdId } });
    return window;
  }
  return undefined;
}

const MISSED: readonly string[] = [SLOT_FULL, SLOT_TOO_LATE];

/** `undefined` when somebody was faster, or the choice took too long. */
async function hold({ cast }: Stage, workOrderId: Id, { start, end }: TimeWindow): Promise<Id | undefined> {
  try {
    const body = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
    const { id } = await cast.agent.call(holdSlot, { params: { id: workOrderId }, body });
    return id;
  } catch (error) {
    if (error instanceof ApiProblem && MISSED.includes(error.code)) return undefined;
    throw error;
  }
}
