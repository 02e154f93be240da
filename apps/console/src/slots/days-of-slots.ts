import type { Slot } from '@firstfix/contract/dispatch/endpoints';
import { type Instant, parseInstant } from '@firstfix/kernel';
import { dateOf } from '@firstfix/ui/moment.ts';

/** The windows of one day, in their order. */
export interface SlotDay {
  readonly date: string;
  /** Somewhere in that day, to name it by. */
  readonly at: Instant;
  readonly slots: readonly Slot[];
}

/** Windows as people read them: day by day. */
export function daysOfSlots(slots: readonly Slot[]): SlotDay[] {
  const byDate = Map.groupBy(slots, ({ start }) => dateOf(parseInstant(start)));
  return [...byDate].map(([date, ofDay]) => ({
    date,
    at: parseInstant(ofDay[0]?.start ?? ''),
    slots: ofDay,
  }));
}
