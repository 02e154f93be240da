import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** An IANA time zone name, kept on the territory; China's is `Asia/Shanghai`. */
export type Zone = string;
export const DEFAULT_ZONE: Zone = 'Asia/Shanghai';

/** A calendar date in some zone: `2026-02-17`. */
export type LocalDate = string;

export function localDateOf(instant: Instant, zone: Zone): LocalDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** Minutes since local midnight by the wall clock (on days of a clock change too). */
export function minuteOfDay(instant: Instant, zone: Zone): number {
  const wall = zoned(instant, zone);
  return wall.hour * 60 + wall.minute;
}

/**
 * The instant at which a wall clock in `zone` shows `date` at `minuteOfDay`. A time skipped by the clock
 * change means the moment after the gap; a time that comes twice means the first.
 */
export function instantAt(date: LocalDate, minute: number, zone: Zone): Instant {
  const key = `${zone} ${date} ${minute}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const instant = computeInstantAt(date, minute, zone);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(key, instant);
  return instant;
}

/** Slots and rosters ask for the same few times of day again and again, and calendars are slow. */
const instants = new Map<string, Instant>();
const MOST_INSTANTS = 20_000;

function computeInstantAt(date: LocalDate, minute: number, zone: Zone): Instant {
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
  if (time.hour >= 24) return instantAt(addDays(date, Math.floor(time.hour / 24)), minute % 1440, zone);
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(time);
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Same day of the month `months` later, clipped to the month's end. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** 1 = Monday … 7 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Whether the text is a date that exists. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function zoned(instant: Instant, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
