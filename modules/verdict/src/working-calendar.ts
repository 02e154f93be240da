import type { WorkingCalendar } from '@firstfix/kernel/working-time';
import { DEFAULT_ZONE, type LocalDate } from '@firstfix/kernel/zone';
import holidays2025 from '../data/holidays-2025.json' with { type: 'json' };
import holidays2026 from '../data/holidays-2026.json' with { type: 'json' };

const HALF_PAST_EIGHT = 510;
const HALF_PAST_FIVE = 1050;

const exceptions: ReadonlyMap<LocalDate, boolean> = new Map(
  [holidays2025, holidays2026].flatMap(({ days }) => days.map(({ date, isOffDay }) => [date, isOffDay])),
);

/** When the people who answer complaints work: 8:30 to 17:30 on working days of mainland China. */
export const WORKING_CALENDAR: WorkingCalendar = {
  zone: DEFAULT_ZONE,
  startMinute: HALF_PAST_EIGHT,
  endMinute: HALF_PAST_FIVE,
  exceptions,
};

/** Whether the State Council's notice of that year gives the day off. */
export function isPublicHoliday(date: LocalDate): boolean {
  return exceptions.get(date) === true;
}
