import type { EngineerView } from '@firstfix/contract/network/schemas';
import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { VisitState } from '@firstfix/contract/orders/states';
import { HOUR, type Instant, MINUTE, parseInstant, type TimeWindow } from '@firstfix/kernel';
import { travelMsBetween } from './travel-guess.ts';

/** When an engineer is there. */
export interface Shift extends TimeWindow {
  readonly engineerId: string;
  readonly breakMs: number;
}

/** One visit as it is drawn: the promise pale, the work solid, the way there before it. */
export interface Block {
  readonly visit: VisitView;
  /** Absent once the order is over: its visit still tells when and where. */
  readonly order: WorkOrderView | undefined;
  readonly work: TimeWindow;
  readonly promised: TimeWindow | null;
  /** Guessed from where the engineer was before; null for the first visit of the day. */
  readonly travelMs: number | null;
  /** The work begins, or began, after the promised window. */
  readonly late: boolean;
  /** Nobody is there yet, and little is left of the promised window. */
  readonly tight: boolean;
}

export interface BoardRow {
  readonly engineer: EngineerView;
  readonly shift: Shift | null;
  readonly blocks: readonly Block[];
  /** Visits not yet ended. */
  readonly open: number;
  readonly bookedMs: number;
  readonly availableMs: number;
}

interface Day {
  readonly engineers: readonly EngineerView[];
  readonly shifts: readonly Shift[];
  readonly visits: readonly VisitView[];
  readonly orders: ReadonlyMap<string, WorkOrderView>;
  readonly now: Instant;
}

/** Everybody who works that day or has a visit, by name. */
export function rowsOf({ engineers, shifts, visits, orders, now }: Day): BoardRow[] {
  const shiftOf = new Map(shifts.map((shift) => [shift.engineerId, shift]));
  const visitsOf = Map.groupBy(visits.filter(isDrawn), ({ engineerId }) => engineerId);
  return engineers.flatMap((engineer) => {
    const shift = shiftOf.get(engineer.id) ?? null;
    const own = visitsOf.get(engineer.id) ?? [];
    return shift || own.length > 0 ? [rowOf(engineer, shift, own, orders, now)] : [];
  });
}

function rowOf(
  engineer: EngineerView,
  shift: Shift | null,
  visits: readonly VisitView[],
  orders: ReadonlyMap<string, WorkOrderView>,
  now: Instant,
): BoardRow {
  const blocks = blocksOf(visits, orders, now);
  return {
    engineer,
    shift,
    blocks,
    open: visits.filter(({ state }) => !ENDED.includes(state)).length,
    bookedMs: blocks.reduce((sum, { work, travelMs }) => sum + work.end - work.start + (travelMs ?? 0), 0),
    availableMs: shift ? shift.end - shift.start - shift.breakMs : 0,
  };
}

/** In the order of their starts. Who runs late is late at the next door, too. */
function blocksOf(
  visits: readonly VisitView[],
  orders: ReadonlyMap<string, WorkOrderView>,
  now: Instant,
): Block[] {
  const blocks: Block[] = [];
  for (const visit of visits.toSorted((a, b) => startOf(a) - startOf(b))) {
    const before = blocks.at(-1);
    const travelMs = before ? travelMsBetween(before.visit.place.point, visit.place.point) : null;
    const delayed = before !== undefined && before.work.start > parseInstant(before.visit.plannedStartAt);
    const soonest = delayed ? before.work.end + (travelMs ?? 0) : now;
    const work = workOf(visit, now, soonest);
    const order = orders.get(visit.workOrderIds[0] ?? '');
    blocks.push({ visit, order, work, travelMs, ...promiseOf(order, visit, work) });
  }
  return blocks;
}

/** Less than this before the promise’s end is tight. */
const TIGHT_MS = 15 * MINUTE;

function promiseOf(
  order: WorkOrderView | undefined,
  visit: VisitView,
  work: TimeWindow,
): Pick<Block, 'promised' | 'late' | 'tight'> {
  const window = order?.arrivalWindow;
  if (!window) return { promised: null, late: false, tight: false };
  const promised = { start: parseInstant(window.start), end: parseInstant(window.end) };
  const late = work.start > promised.end;
  const tight = !late && visit.arrivedAt === null && work.start > promised.end - TIGHT_MS;
  return { promised, late, tight };
}

/** When the work is or will be done: what happened, else what is planned, never earlier than it still can be. */
function workOf(visit: VisitView, now: Instant, soonest: Instant): TimeWindow {
  const needs = parseInstant(visit.plannedEndAt) - parseInstant(visit.plannedStartAt);
  const came = visit.arrivedAt ?? visit.beganAt;
  if (came === null) {
    const start = Math.max(parseInstant(visit.plannedStartAt), now, soonest);
    return { start, end: visit.endedAt ? Math.max(start, parseInstant(visit.endedAt)) : start + needs };
  }
  const start = parseInstant(came);
  if (visit.endedAt) return { start, end: parseInstant(visit.endedAt) };
  return { start, end: Math.max(start + needs, now) };
}

function startOf({ arrivedAt, plannedStartAt }: VisitView): Instant {
  return parseInstant(arrivedAt ?? plannedStartAt);
}

const ENDED: readonly VisitState[] = ['finished', 'cannot_complete', 'no_show', 'cancelled'];

/** What was called off or came to nothing takes no time on the board. */
function isDrawn({ state }: VisitView): boolean {
  return state !== 'cancelled' && state !== 'no_show';
}

/** Whole hours that hold every shift and visit of the day, and at least a working day. */
export function spanOf(midnight: Instant, rows: readonly BoardRow[]): TimeWindow {
  let start = midnight + 8 * HOUR;
  let end = midnight + 20 * HOUR;
  for (const { shift, blocks } of rows) {
    for (const { start: from, end: to } of [...(shift ? [shift] : []), ...blocks.map(({ work }) => work)]) {
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
  }
  return { start: Math.floor(start / HOUR) * HOUR, end: Math.ceil(end / HOUR) * HOUR };
}

/** How much is at stake at a glance. */
export function figuresOf(rows: readonly BoardRow[], now: Instant) {
  return {
    working: rows.filter(({ shift }) => shift !== null).length,
    active: rows.filter(isActive).length,
    idle: rows.filter((row) => isIdle(row, now)).length,
    risk: rows.flatMap(({ blocks }) => blocks).filter(isAtRisk).length,
  };
}

/** On the way to a customer, or there. */
export function isActive({ blocks }: BoardRow): boolean {
  return blocks.some(({ visit }) => isUnderWay(visit));
}

/** On duty now with nothing under way. */
export function isIdle(row: BoardRow, now: Instant): boolean {
  return row.shift !== null && row.shift.start <= now && now < row.shift.end && !isActive(row);
}

/** Still to be done, and late or about to be. */
export function isAtRisk({ late, tight, visit }: Block): boolean {
  return (late || tight) && !isEnded(visit);
}

/** On duty all that time, and neither at work nor on the way to it. */
export function isFree({ shift, blocks }: BoardRow, { start, end }: TimeWindow): boolean {
  if (shift === null || start < shift.start || end > shift.end) return false;
  return blocks.every(({ work, travelMs }) => work.end <= start || work.start - (travelMs ?? 0) >= end);
}

const UNDER_WAY: readonly VisitState[] = ['en_route', 'on_site', 'in_service'];

/** The engineer holds it: dispatch moves it no more. */
export function isUnderWay({ state }: VisitView): boolean {
  return UNDER_WAY.includes(state);
}

export function isEnded({ state }: VisitView): boolean {
  return ENDED.includes(state);
}
