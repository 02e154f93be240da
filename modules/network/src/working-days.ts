import { type Id, type Instant, MINUTE, overlaps, SECOND, type TimeWindow } from '@firstfix/kernel';
import { addDays, instantAt, type LocalDate, type Zone } from '@firstfix/kernel/zone';
import { hoursOn, type ShiftHours, type ShiftPlan } from './shift-plan.ts';

/** A pause of `seconds` that starts inside `window`. */
export interface WorkBreak {
  readonly window: TimeWindow;
  readonly seconds: number;
}

/** One engineer's shift of a date in the territory's zone. */
export interface WorkingDay {
  readonly engineerId: Id;
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  readonly breaks: readonly WorkBreak[];
}

export interface Roster {
  readonly engineerId: Id;
  readonly shifts: ShiftPlan;
  /** The first and the day after the last day of service. */
  readonly joinedOn: LocalDate;
  readonly leftOn: LocalDate | null;
  readonly absences: readonly TimeWindow[];
}

/**
 * The shifts of the dates from `from` to `to`, both included, less the absences. Hours go by the wall clock, so a
 * shift across a clock change is an hour shorter or longer, but always there and always once.
 */
export function workingDaysOf(roster: Roster, zone: Zone, from: LocalDate, to: LocalDate): WorkingDay[] {
  const days: WorkingDay[] = [];
  const absences = merged(roster.absences);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (date < roster.joinedOn || (roster.leftOn !== null && date >= roster.leftOn)) continue;
    const hours = hoursOn(roster.shifts, date);
    const whole = hours && shiftOn(roster.engineerId, date, hours, zone);
    const present = whole && absences.reduce(withoutAbsence, whole);
    if (present && present.start < present.end) days.push(withBreaksInside(present));
  }
  return days;
}

/** Absences reported twice or into each other, as one. */
function merged(absences: readonly TimeWindow[]): TimeWindow[] {
  const whole: TimeWindow[] = [];
  for (const absence of absences.toSorted((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last === undefined || absence.start > last.end) whole.push(absence);
    else whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, absence.end) };
  }
  return whole;
}

function shiftOn(engineerId: Id, date: LocalDate, hours: ShiftHours, zone: Zone): WorkingDay {
  const { start, end } = windowOn(date, hours.startMinute, hours.endMinute, zone);
  const breaks = hours.breaks.map(({ fromMinute, toMinute, seconds }) => ({
    window: windowOn(date, fromMinute, toMinute, zone),
    seconds,
  }));
  return { engineerId, date, start, end, breaks };
}

/** Where the clock change swallows the whole stretch, it comes right after the gap at its full length. */
function windowOn(date: LocalDate, fromMinute: number, toMinute: number, zone: Zone): TimeWindow {
  const start = instantAt(date, fromMinute, zone);
  const end = instantAt(date, toMinute, zone);
  return { start, end: end > start ? end : start + Math.max(1, toMinute - fromMinute) * MINUTE };
}

/** An absence at an end shortens the day; one in the middle is a break at that very time. */
function withoutAbsence(day: WorkingDay, absence: TimeWindow): WorkingDay {
  if (!overlaps(day, absence)) return day;
  if (absence.start <= day.start) return { ...day, start: Math.min(absence.end, day.end) };
  if (absence.end >= day.end) return { ...day, end: absence.start };
  const away = {
    window: { start: absence.start, end: absence.start + MINUTE },
    seconds: Math.floor((absence.end - absence.start) / SECOND),
  };
  return { ...day, breaks: [...day.breaks, away] };
}

/** Breaks that still fit what is left of the day, in order. */
function withBreaksInside(day: WorkingDay): WorkingDay {
  const breaks = day.breaks
    .map(({ window, seconds }) => ({
      window: {
        start: Math.max(window.start, day.start),
        end: Math.min(window.end, day.end - seconds * SECOND),
      },
      seconds,
    }))
    .filter(({ window }) => window.start < window.end)
    .toSorted((a, b) => a.window.start - b.window.start);
  return { ...day, breaks };
}
