import { type Id, type Instant, MINUTE, newId, type TimeWindow } from '@firstfix/kernel';
import type { Random } from '@firstfix/kernel/random';
import {
  addDays,
  DEFAULT_ZONE,
  instantAt,
  type LocalDate,
  localDateOf,
  minuteOfDay,
} from '@firstfix/kernel/zone';
import type { NewWorkOrder } from '@firstfix/orders';
import type { Appointment, WorkBook } from './work-book.ts';

/** An order of the past with whoever was to come, before anybody set out. */
export interface Planned {
  readonly order: NewWorkOrder & { readonly id: Id };
  readonly calledAt: Instant;
  readonly rounds: readonly Round[];
}

/** One promise and one visit for it; nobody was found where the appointment is missing. */
export interface Round {
  readonly visitId: Id;
  readonly date: LocalDate;
  readonly window: TimeWindow;
  readonly appointment: Appointment | undefined;
  /** Why the visit ends with the work undone, if it does. */
  readonly fails: 'customer_absent' | 'part_missing' | undefined;
}

const WINDOWS = [8, 10, 12, 14, 16, 18].map((hour) => hour * 60);
const WINDOW_MINUTES = 120;
/** Nobody is promised a window that begins sooner. */
const NOTICE_MINUTES = 75;
const DAYS_TRIED = 4;

/** Promises a window and finds somebody for it, as dispatch would have; a second time where the first visit fails. */
export function planPast(
  order: Planned['order'],
  calledAt: Instant,
  { random, book }: { readonly random: Random; readonly book: WorkBook },
): Planned {
  const first = roundFrom(order, calledAt, random, book, failureOf(random));
  if (!first?.fails || !first.appointment) return { order, calledAt, rounds: first ? [first] : [] };
  const again = instantAt(addDays(first.date, random.between(1, 3)), 7 * 60, DEFAULT_ZONE);
  const second = roundFrom(order, again, random, book, undefined);
  return { order, calledAt, rounds: second ? [first, second] : [first] };
}

function failureOf(random: Random): Round['fails'] {
  const share = random.next();
  if (share < 0.025) return 'customer_absent';
  return share < 0.06 ? 'part_missing' : undefined;
}

function roundFrom(
  order: Planned['order'],
  from: Instant,
  random: Random,
  book: WorkBook,
  fails: Round['fails'],
): Round | undefined {
  const job = {
    territoryId: order.territoryId,
    point: order.place.point,
    skills: order.work.skills,
    workSeconds: order.work.standardSeconds,
  };
  const windows = windowsAfter(from, random);
  for (const { date, window } of windows) {
    const appointment = book.appoint(job, date, window);
    if (appointment) return { visitId: newId(), date, window, appointment, fails };
  }
  const [wished] = windows;
  return wished && { visitId: newId(), ...wished, appointment: undefined, fails: undefined };
}

/** Windows in the order in which the customer would take them: one they like first, then what comes. */
function windowsAfter(
  from: Instant,
  random: Random,
): { readonly date: LocalDate; readonly window: TimeWindow }[] {
  const today = localDateOf(from, DEFAULT_ZONE);
  const soonest = minuteOfDay(from, DEFAULT_ZONE) + NOTICE_MINUTES;
  const all = Array.from({ length: DAYS_TRIED }, (_, day) => addDays(today, day)).flatMap((date, day) =>
    WINDOWS.filter((minute) => day > 0 || minute >= soonest).map((minute) => {
      const start = instantAt(date, minute, DEFAULT_ZONE);
      return { date, window: { start, end: start + WINDOW_MINUTES * MINUTE } };
    }),
  );
  const liked = Math.min(all.length - 1, Math.floor(Math.abs(random.bell()) * 4));
  return [...all.slice(liked), ...all.slice(0, liked)];
}
