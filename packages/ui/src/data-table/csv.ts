import { cellsOf } from './cells-of.ts';
import type { Column } from './columns.ts';

/** The rows as CSV that spreadsheets open with the right characters: BOM, CRLF, quoted where needed. */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = cellsOf(columns, rows).map((line) => line.map(field).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
