import type { ShiftHours, ShiftPlan } from '@firstfix/contract/network/schemas';
import { invalidField } from '@firstfix/contract/refusal';
import { addDays, dayOfWeek, type LocalDate } from '@firstfix/kernel/zone';

export type { ShiftHours, ShiftPlan };

const LONGEST_SHIFT_MINUTES = 16 * 60;
const MINUTES_A_DAY = 24 * 60;

/** The hours of a date: the exception's when there is one, else the weekday's; `undefined` on a day off. */
export function hoursOn(plan: ShiftPlan, date: LocalDate): ShiftHours | undefined {
  const exception = plan.exceptions.find((one) => one.date === date);
  if (exception) return exception.hours ?? undefined;
  return plan.week.find(({ weekday }) => weekday === dayOfWeek(date))?.hours;
}

/** 422 for a plan nobody can work: turned-round hours, two shifts at once, a break outside its shift. */
export function checkShiftPlan(plan: ShiftPlan): void {
  plan.week.forEach((shift, index) => {
    checkHours(`/week/${index}`, shift.hours);
    if (plan.week.findIndex(({ weekday }) => weekday === shift.weekday) !== index) {
      throw invalidField(`/week/${index}/weekday`, 'twice/weekday');
    }
    const next = plan.week.find(({ weekday }) => weekday === (shift.weekday % 7) + 1);
    checkNight(`/week/${index}`, shift.hours, next?.hours);
  });
  plan.exceptions.forEach(({ date, hours }, index) => {
    const pointer = `/exceptions/${index}`;
    if (plan.exceptions.findIndex((one) => one.date === date) !== index) {
      throw invalidField(`${pointer}/date`, 'twice/date');
    }
    if (hours) checkHours(pointer, hours);
    if (hours) checkNight(pointer, hours, hoursOn(plan, addDays(date, 1)));
    checkNight(pointer, hoursOn(plan, addDays(date, -1)), hours ?? undefined);
  });
}

function checkHours(pointer: string, { startMinute, endMinute, breaks }: ShiftHours): void {
  if (endMinute <= startMinute || endMinute - startMinute > LONGEST_SHIFT_MINUTES) {
    throw invalidField(`${pointer}/hours/endMinute`, 'length/shift', { hours: LONGEST_SHIFT_MINUTES / 60 });
  }
  breaks.forEach(({ fromMinute, toMinute, seconds }, index) => {
    const inside =
      startMinute <= fromMinute && fromMinute <= toMinute && toMinute + seconds / 60 <= endMinute;
    if (!inside) throw invalidField(`${pointer}/hours/breaks/${index}`, 'outside/break');
  });
}

/** A shift past midnight is over before the next day's begins. */
function checkNight(pointer: string, hours: ShiftHours | undefined, next: ShiftHours | undefined): void {
  if (!hours || !next || hours.endMinute - MINUTES_A_DAY <= next.startMinute) return;
  throw invalidField(pointer, 'overlap');
}
