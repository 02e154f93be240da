import type { ReactNode } from 'react';

/** One column of a list of `Row`. */
export interface Column<Row> {
  /** Names it in the URL and in the CSV file. */
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The same as text, for the CSV file; a column without it is left out there. */
  readonly text?: (row: Row) => string;
  /** Sorting the server knows for this column. */
  readonly sort?: string;
  /** Keep it visible: the list is not readable without. */
  readonly fixed?: boolean;
  readonly align?: 'start' | 'end';
}

/** What a list shows, as its URL says it. Absent is the list's own habit. */
export interface TableState {
  readonly sort?: string;
  /** Keys of columns not shown. */
  readonly hidden?: readonly string[];
  readonly cursor?: string;
}

/** Reads the table's part of a URL's search; anything else is left to the screen. */
export function readTableState(search: Readonly<Record<string, unknown>>): TableState {
  const { sort, hidden, cursor } = search;
  return {
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(Array.isArray(hidden) ? { hidden: hidden.filter((key) => typeof key === 'string') } : {}),
    ...(typeof cursor === 'string' ? { cursor } : {}),
  };
}
