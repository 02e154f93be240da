import { DAY, HOUR, type Instant, MINUTE } from '@firstfix/kernel';
import { type Language, useLanguage, useUiWords } from './language.ts';

/** Everybody reads the time of the homes that are served, wherever they sit. */
const ZONE = 'Asia/Shanghai';

/** How instants and lengths of time are written in the language spoken now. */
export function useMoments() {
  const language = useLanguage();
  const say = useUiWords();
  const formats = FORMATS[language];
  return {
    clock: (at: Instant) => formats.clock.format(at),
    day: (at: Instant) => formats.day.format(at),
    moment: (at: Instant) => formats.moment.format(at),
    /** `11/22 14:00–16:00` */
    window: (start: Instant, end: Instant) =>
      `${formats.day.format(start)} ${formats.clock.format(start)}–${formats.clock.format(end)}`,
    /** In the largest fitting unit: what a glance needs. */
    length(milliseconds: number): string {
      if (milliseconds >= 2 * DAY) return say('duration.days', { count: Math.floor(milliseconds / DAY) });
      if (milliseconds >= 2 * HOUR) return say('duration.hours', { count: Math.floor(milliseconds / HOUR) });
      return say('duration.minutes', { count: Math.ceil(milliseconds / MINUTE) });
    },
  };
}

const FORMATS = { zh: formatsOf('zh'), en: formatsOf('en') };

function formatsOf(language: Language) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
  const month = language === 'zh' ? '2-digit' : 'short';
  const day = { month, day: '2-digit', timeZone: ZONE } as const;
  return {
    clock: new Intl.DateTimeFormat(locale, clock),
    day: new Intl.DateTimeFormat(locale, day),
    moment: new Intl.DateTimeFormat(locale, { ...day, ...clock }),
  };
}

const ISO_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The calendar day of an instant where the homes are: `2026-11-22`. */
export function dateOf(at: Instant): string {
  return ISO_DATE.format(at);
}

const ISO_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The wall clock where the homes are, as a date whose UTC fields show it: what a spreadsheet's cells hold. */
export function wallClock(at: Instant): Date {
  return new Date(`${ISO_TIME.format(at).replace(' ', 'T')}Z`);
}
