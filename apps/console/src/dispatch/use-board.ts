import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { listWorkingDays } from '@firstfix/contract/network/endpoints';
import { listVisits, listWorkOrders } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { DAY, type Instant, MINUTE, parseInstant, type TimeWindow } from '@firstfix/kernel';
import { DEFAULT_ZONE, instantAt } from '@firstfix/kernel/zone';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type BoardRow, rowsOf, type Shift, spanOf } from './board-rows.ts';
import { engineersOf, openOrdersOf } from './every-page.ts';

/** A territory's day as the board draws it. */
export interface Board {
  readonly territoryId: string;
  readonly date: string;
  readonly rows: readonly BoardRow[];
  readonly orders: readonly WorkOrderView[];
  readonly span: TimeWindow;
  /** Business time it is drawn by, to the minute; a day that is over stands at its end. */
  readonly now: Instant;
}

/** Looked at again whenever something of the territory moves. */
export function useBoard(territoryId: string, date: string) {
  const engineers = useQuery(engineersOf(territoryId));
  const orders = useQuery(openOrdersOf(territoryId));
  const days = useQuery(ask(listWorkingDays, { query: { territoryId, from: date, to: date } }));
  const visits = useQuery(ask(listVisits, { query: { territoryId, day: date } }));
  const topic = `territory:${territoryId}` as const;
  useLive(topic, [listWorkOrders.id, 'every', territoryId]);
  useLive(topic, [listVisits.id]);
  useLive(topic, [listWorkingDays.id]);
  const now = useMinute();
  const board = useMemo((): Board | undefined => {
    if (!engineers.data || !orders.data || !days.data || !visits.data) return undefined;
    const midnight = instantAt(date, 0, DEFAULT_ZONE);
    const drawnAt = Math.min(now, midnight + DAY);
    const rows = rowsOf({
      engineers: engineers.data,
      shifts: days.data.items.map(shiftOf),
      visits: visits.data.items,
      orders: new Map(orders.data.map((order) => [order.id, order])),
      now: drawnAt,
    });
    const span = spanOf(midnight, rows);
    return { territoryId, date, rows, orders: orders.data, span, now: drawnAt };
  }, [engineers.data, orders.data, days.data, visits.data, now, territoryId, date]);
  const questions = [engineers, orders, days, visits];
  return {
    board,
    problem: questions.find(({ error }) => error)?.error ?? null,
    again: () => Promise.all(questions.map(({ refetch }) => refetch())),
  };
}

/** Business time to the minute: what is drawn by it need not change every second. */
function useMinute(): Instant {
  return Math.floor(useNow() / MINUTE) * MINUTE;
}

interface WorkingDay {
  readonly engineerId: string;
  readonly start: string;
  readonly end: string;
  readonly breaks: readonly { readonly seconds: number }[];
}

function shiftOf({ engineerId, start, end, breaks }: WorkingDay): Shift {
  return {
    engineerId,
    start: parseInstant(start),
    end: parseInstant(end),
    breakMs: breaks.reduce((sum, { seconds }) => sum + seconds * 1000, 0),
  };
}
