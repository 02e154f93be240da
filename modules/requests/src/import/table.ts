/** One problem of an import file; `row` counts as a spreadsheet does, the header is row 1, the file itself 0. */
export interface ImportError {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
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
export function fileError(code: string, message: string): { readonly error: ImportError } {
  return { error: { row: 0, field: '', code, message: `The file ${message}.` } };
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
  if (header.every((cell) => cell === ''))
    return fileError('empty', 'is empty: the first row names the columns');
  if (header.length > MAX_COLUMNS)
    return fileError('too_many_columns', `has more than ${MAX_COLUMNS} columns: delete those nobody needs`);
  if (rows.length > MAX_ROWS) return fileError('too_many_rows', `has more than ${MAX_ROWS} rows: split it`);
  return { table: { header, rows } };
}
