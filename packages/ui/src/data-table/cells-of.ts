import type { Column } from './columns.ts';

/** A list as text: the titles, then a line for each row; columns without a text are left out. */
export function cellsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[][] {
  const told = columns.filter((column) => column.text !== undefined);
  return [told.map(({ title }) => title), ...rows.map((row) => told.map(({ text }) => text?.(row) ?? ''))];
}
