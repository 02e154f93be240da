/** A cell as a workbook holds it. */
export type CellValue = string | number | boolean | Date | null;

/** Digits a spreadsheet keeps of a number; it puts zeros in the place of all further ones. */
const EXACT_BELOW = 1e15;
const MINUTE = 60_000;

/** What a cell says, as it is typed: dates as `2026-11-22 09:00`, numbers without grouping or exponent. */
export function cellText(value: CellValue, format?: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? textOfDate(value) : textOfNumber(value, format);
}

/** A day alone without the time; what no calendar knows is left empty. */
function textOfDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / MINUTE) * MINUTE).toISOString();
  const time = text.slice(11, 16);
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}

/** A format of zeros shows leading ones. A number beyond 15 digits is given with its exponent: its end is lost. */
function textOfNumber(number: number, format?: string): string {
  const kept = Number(number.toPrecision(15));
  if (!Number.isInteger(number)) return String(kept);
  if (Math.abs(number) >= EXACT_BELOW) return kept.toExponential().toUpperCase();
  return format !== undefined && /^0{2,}$/.test(format)
    ? String(number).padStart(format.length, '0')
    : String(number);
}

/** Whether a text is what a spreadsheet leaves of a long number: `1.39E+10`, `6.90123456789012E+18`. */
export function isRounded(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/i.test(text);
}
