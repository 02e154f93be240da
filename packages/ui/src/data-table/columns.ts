import type { Instant } from '@firstfix/kernel';
import type { ReactNode } from 'react';

/** What a cell holds where an exported workbook counts with it; null leaves it empty. */
export type TypedCell<Row> =
  | { readonly kind: 'number'; readonly of: (row: Row) => number | null }
  /** An amount of money in fen, written as yuan. */
  | { readonly kind: 'fen'; readonly of: (row: Row) => number | null }
  | { readonly kind: 'instant'; readonly of: (row: Row) => Instant | null }
  /** A calendar day as `2026-11-22`. */
  | { readonly kind: 'day'; readonly of: (row: Row) => string | null };

/** One column of a list of `Row`. */
export interface Column<Row> {
  /** Names it in the URL and in the exported file. */
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The same as text, for the exported file; a column without it is left out there. */
  readonly text?: (row: Row) => string;
  /** The same to count with in a workbook, beside `text`. */
  readonly typed?: TypedCell<Row>;
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
  /** Keys of columns in the order chosen; columns not named follow in the list's own. */
  readonly order?: readonly string[];
  readonly cursor?: string;
}

/** Reads the table's part of a URL's search; anything else is left to the screen. */
export function readTableState(search: Readonly<Record<string, unknown>>): TableState {
  const { sort, hidden, order, cursor } = search;
  return {
    ...(typeof sort === 'string' ? { sort } : {}),
    ...(Array.isArray(hidden) ? { hidden: texts(hidden) } : {}),
    ...(Array.isArray(order) ? { order: texts(order) } : {}),
    ...(typeof cursor === 'string' ? { cursor } : {}),
  };
}

function texts(given: readonly unknown[]): string[] {
  return given.filter((one) => typeof one === 'string');
}

/** Every column, in the order chosen. */
export function inOrder<C extends { readonly key: string }>(
  columns: readonly C[],
  { order }: TableState,
): C[] {
  if (order === undefined) return [...columns];
  const chosen = order.flatMap((key) => columns.filter((column) => column.key === key));
  return [...chosen, ...columns.filter(({ key }) => !order.includes(key))];
}

/** The columns shown, in the order chosen. */
export function shownColumns<Row>(columns: readonly Column<Row>[], state: TableState): Column<Row>[] {
  return inOrder(columns, state).filter(({ key, fixed }) => fixed || !state.hidden?.includes(key));
}

/** The order after a column went one place towards the start or the end. */
export function moved(keys: readonly string[], key: string, step: -1 | 1): string[] {
  const from = keys.indexOf(key);
  const to = from + step;
  if (from < 0 || to < 0 || to >= keys.length) return [...keys];
  const rest = keys.filter((one) => one !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
}
