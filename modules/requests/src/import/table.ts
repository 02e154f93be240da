import type { FieldKey } from '@firstfix/contract/refusal';
import type { RefusalParams } from '@firstfix/kernel';

/** What is wrong: the key of its words and what fills them. */
export interface ImportFault {
  readonly says: FieldKey;
  readonly params?: RefusalParams;
  /** Where the words are another module’s; without it the key says the code. */
  readonly code?: string;
}

/** One problem of an import file; `row` counts as a spreadsheet does, the header is row 1, the file itself 0. */
export interface ImportError extends ImportFault {
  readonly row: number;
  readonly field: string;
  /** What stands in the cell, shortened. */
  readonly given?: string;
}

/** A file as cells; rows keep the number they have in a spreadsheet. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** The sheets of a workbook that are not hidden, in its order, and the one that was read; a CSV file has none. */
export interface Sheets {
  readonly names: readonly string[];
  readonly read: string | null;
}

/** What a file says as a table, or why it can't be read; `error` speaks of the file as a whole. */
export type TableReading =
  | { readonly table: Table; readonly sheets: Sheets }
  | { readonly error: ImportError; readonly sheets?: Sheets };

/** A file that can't be read: what it is, and the way out. */
export function fileError(fault: ImportFault): { readonly error: ImportError } {
  return { error: { row: 0, field: '', ...fault } };
}

/** Rows an import takes; a larger file comes in parts. */
const MAX_ROWS = 50_000;
const MAX_COLUMNS = 200;

/** The grid of a file as a table, whose columns the row at `head` (from 0) names. */
export function tableOf(grid: readonly (readonly string[])[], head: number) {
  const header = grid[head] ?? [];
  const rows = grid
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (header.every((cell) => cell === '')) return fileError({ says: 'empty/file' });
  if (header.length > MAX_COLUMNS) {
    return fileError({ says: 'too_many_columns', params: { columns: MAX_COLUMNS } });
  }
  if (rows.length > MAX_ROWS) return fileError({ says: 'too_many_rows', params: { rows: MAX_ROWS } });
  return { table: { header, rows } };
}
