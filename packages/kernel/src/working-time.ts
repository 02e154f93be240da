import { type Instant, MINUTE } from './instant.ts';
import { addDays, dayOfWeek, instantAt, type LocalDate, localDateOf, type Zone } from './zone.ts';

/** When people work: minutes of the local day, and the days that differ from Monday to Friday. */
export interface WorkingCalendar {
  readonly zone: Zone;
  readonly startMinute: number;
  readonly endMinute: number;
  /** `true` = off (public holiday), `false` = worked (make-up day); days not listed follow the week. */
  readonly exceptions: ReadonlyMap<LocalDate, boolean>;
}

export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  const off = calendar.exceptions.get(date);
  return off === undefined ? dayOfWeek(date) <= 5 : !off;
}

/** The instant after `minutes` of working time have passed since `from`; looks at most two years ahead. */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Instant, minutes: number): Instant {
  let left = minutes * MINUTE;
  let date = localDateOf(from, calendar.zone);
  for (let days = 0; days < 732; days += 1, date = addDays(date, 1)) {
    if (!isWorkingDay(calendar, date)) continue;
    const opens = Math.max(from, instantAt(date, calendar.startMinute, calendar.zone));
    const closes = instantAt(date, calendar.endMinute, calendar.zone);
    if (closes <= opens) continue;
    if (left <= closes - opens) return opens + left;
    left -= closes - opens;
  }
  throw new RangeError('no working time within two years: check the working calendar');
}
