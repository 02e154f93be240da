import { type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';
import { wallClock } from '../moment.ts';
import type { Column, TypedCell } from './columns.ts';

/**
 * The rows as an Excel workbook of one sheet, its titles bold and always in sight. Columns that say so hold numbers,
 * amounts and times to count with; all else is text: nothing in it can run, numbers keep their zeros.
 */
export function toXlsx<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  const told = columns.filter(({ text }) => text !== undefined);
  const lines = rows.map((row) => told.map((column) => cellOf(column, row)));
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: told.map(({ typed }): ColumnDef => ({ autoWidth: true, ...formatOf(typed?.kind) })),
        rows: [told.map(({ title }) => title), ...lines],
        cells: new Map(told.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
        freezePane: { rows: 1 },
      },
    ],
  });
}

const FORMATS: Partial<Record<TypedCell<never>['kind'], string>> = {
  fen: '#,##0.00',
  instant: 'yyyy-mm-dd hh:mm',
  day: 'yyyy-mm-dd',
};

function formatOf(kind: TypedCell<never>['kind'] | undefined): ColumnDef {
  const numFmt = kind && FORMATS[kind];
  return numFmt === undefined ? {} : { numFmt };
}

function cellOf<Row>({ text, typed }: Column<Row>, row: Row): CellValue {
  if (typed === undefined) return (text?.(row) ?? '').replaceAll(UNWRITABLE, '');
  if (typed.kind === 'day') {
    const day = typed.of(row);
    return day === null ? null : new Date(day);
  }
  const number = typed.of(row);
  if (number === null) return null;
  if (typed.kind === 'instant') return wallClock(number);
  return typed.kind === 'fen' ? number / 100 : number;
}

/** Characters XML can't hold. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Spreadsheets take names of at most 31 characters, without some signs and not beginning or ending with `'`. */
function sheetName(name: string): string {
  const taken = name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replaceAll(/^'|'$/g, '')
    .trim();
  return taken || 'Sheet1';
}
