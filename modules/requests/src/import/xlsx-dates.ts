import { DAY } from '@firstfix/kernel';
import { attributeOf, xmlEvents } from './xml-events.ts';

/** Number formats every Excel knows that show a date or a time. */
const DATE_FORMATS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Which cell styles show their number as a date. */
export function dateStylesOf(styles: string): ReadonlySet<number> {
  const custom = new Set<number>();
  const dates = new Set<number>();
  let inCells = false;
  let style = 0;
  for (const event of xmlEvents(styles)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') inCells = event.kind === 'open';
    if (event.kind === 'close') continue;
    const format = Number(attributeOf(event.attributes, 'numFmtId') ?? 0);
    if (event.name === 'numFmt' && showsDate(attributeOf(event.attributes, 'formatCode') ?? ''))
      custom.add(format);
    if (event.name !== 'xf' || !inCells) continue;
    if (custom.has(format) || DATE_FORMATS.some(([from, to]) => format >= from && format <= to))
      dates.add(style);
    style += 1;
  }
  return dates;
}

/** What stands in quotes or brackets is shown as it is, not as a part of the date. */
function showsDate(formatCode: string): boolean {
  return /[ymdh]/i.test(formatCode.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** Days since the end of 1899, or since 1904, as `2026-11-22 09:00`; a day alone without the time. */
export function textOfSerialDate(serial: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = epoch + Math.round(serial * 1440) * (DAY / 1440);
  if (!(Math.abs(at) < 8e15)) return String(serial);
  const text = new Date(at).toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
