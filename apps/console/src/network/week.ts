/** 1 = Monday … 7 = Sunday, as the roster counts. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The key of its word. */
export const WEEKDAY_WORDS = {
  1: 'network.weekday.monday',
  2: 'network.weekday.tuesday',
  3: 'network.weekday.wednesday',
  4: 'network.weekday.thursday',
  5: 'network.weekday.friday',
  6: 'network.weekday.saturday',
  7: 'network.weekday.sunday',
} as const;

interface Minutes {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** `08:00–18:00` */
export function hoursText({ startMinute, endMinute }: Minutes): string {
  return `${clockText(startMinute)}–${clockText(endMinute)}`;
}

function clockText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
