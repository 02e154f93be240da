import type { Language } from '@firstfix/contract/language';
import type { TimeWindow } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf, minuteOfDay, type Zone } from '@firstfix/kernel/zone';

/** An arrival window as people say it: `11月21日 10:00-12:00`, `21/11 10:00-12:00`. */
export function windowWords(
  { start, end }: TimeWindow,
  language: Language,
  zone: Zone = DEFAULT_ZONE,
): string {
  const [, month = '', day = ''] = localDateOf(start, zone).split('-');
  const date = language === 'zh' ? `${Number(month)}月${Number(day)}日` : `${Number(day)}/${Number(month)}`;
  return `${date} ${clockTime(minuteOfDay(start, zone))}-${clockTime(minuteOfDay(end, zone))}`;
}

function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
