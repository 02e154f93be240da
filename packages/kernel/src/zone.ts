import { Temporal } from 'temporal-polyfill';
import { DAY, type Instant, MINUTE } from './instant.ts';

/** An IANA time zone name, kept on the territory; China's is `Asia/Shanghai`. */
export type Zone = string;
export const DEFAULT_ZONE: Zone = 'Asia/Shanghai';

/** A calendar date in some zone: `2026-02-17`. */
export type LocalDate = string;

// Slots and rosters ask for dates and times of day thousands of times a second, and calendars are slow. A zone's
// offset is therefore asked of the calendar once for each stretch of years or months between two clock changes;
// everything else is whole numbers: days and milliseconds since 1970-01-01, as if the wall clock ran in UTC.

export function localDateOf(instant: Instant, zone: Zone): LocalDate {
  return dateOf(Math.floor(wallTimeAt(instant, zone) / DAY));
}

/** Minutes since local midnight by the wall clock (on days of a clock change too). */
export function minuteOfDay(instant: Instant, zone: Zone): number {
  const wall = wallTimeAt(instant, zone);
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE);
}

/**
 * The instant at which a wall clock in `zone` shows `date` at `minuteOfDay`. A time skipped by the clock
 * change means the moment after the gap; a time that comes twice means the first.
 */
export function instantAt(date: LocalDate, minute: number, zone: Zone): Instant {
  const wall = dayNumberOf(date) * DAY + minute * MINUTE;
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  // by the offset before a clock change: the first of two, and in a gap the moment after it
  if (before === after || offsetAt(wall - before, zone) === before) return wall - before;
  return offsetAt(wall - after, zone) === after ? wall - after : wall - before;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumberOf(date) + days);
}

/** Same day of the month `months` later, clipped to the month's end. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = new Date(dayNumberOf(date) * DAY);
  const day = month.getUTCDate();
  month.setUTCMonth(month.getUTCMonth() + months, 1);
  const lastDay = new Date(month).setUTCMonth(month.getUTCMonth() + 1, 0) / DAY;
  return dateOf(Math.min(month.getTime() / DAY + day - 1, lastDay));
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  // 1970-01-01 was a Thursday
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the text is a date that exists. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The few dates everybody asks for. */
const dayNumbers = new Map<LocalDate, number>();
const MOST_DATES = 5_000;

/** Days since 1970-01-01. */
function dayNumberOf(date: LocalDate): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const dayNumber = parseDate(date);
  if (dayNumbers.size >= MOST_DATES) dayNumbers.clear();
  dayNumbers.set(date, dayNumber);
  return dayNumber;
}

function parseDate(date: LocalDate): number {
  // a date alone is read as UTC; one that does not exist as some later one
  const dayNumber = Date.parse(date) / DAY;
  if (!Number.isInteger(dayNumber) || dateOf(dayNumber) !== date) throw new RangeError(`${date} is no date`);
  return dayNumber;
}

function dateOf(dayNumber: number): LocalDate {
  const text = new Date(dayNumber * DAY).toISOString();
  return text.slice(0, text.indexOf('T'));
}

/** What the wall clock shows, as milliseconds since its own 1970-01-01T00:00. */
function wallTimeAt(instant: Instant, zone: Zone): number {
  return instant + offsetAt(instant, zone);
}

/** From one clock change (or the beginning of time) to the next. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly offset: number;
}

const stretches = new Map<Zone, Stretch[]>();
const MOST_STRETCHES = 100;

/** How far the wall clocks of the zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: Instant, zone: Zone): number {
  const known = stretches.get(zone) ?? [];
  for (const { from, until, offset } of known) if (from <= instant && instant < until) return offset;
  const stretch = stretchAround(instant, zone);
  stretches.set(zone, [...known.slice(1 - MOST_STRETCHES), stretch]);
  return stretch.offset;
}

function stretchAround(instant: Instant, zone: Zone): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  // the change before this very moment is not the one that happens now
  const next = here.getTimeZoneTransition('next');
  const last = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1e6,
  };
}
