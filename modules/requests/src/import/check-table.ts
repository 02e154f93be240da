import type { ImportField } from '@firstfix/contract/requests/import';
import { checkRow, type ImportRow, type Readers } from './check-row.ts';
import { findColumns } from './columns.ts';
import type { ImportError, Table } from './table.ts';

export interface CheckedTable {
  readonly rows: readonly ImportRow[];
  readonly errors: readonly ImportError[];
  readonly ignoredColumns: readonly string[];
}

/** Checks every row before anything is stored, and that no two rows have the same key. */
export function checkTable(
  table: Table,
  readers: Readers,
  chosen?: ReadonlyMap<ImportField, number>,
): CheckedTable {
  const columns = findColumns(table, chosen);
  if (columns.errors.length > 0) return { rows: [], errors: columns.errors, ignoredColumns: columns.ignored };
  const checked = table.rows.map(({ row, cells }) => {
    if (cells.length > table.header.length) return { errors: [tooManyCells(row)], value: undefined };
    const cell = (field: ImportField) => cells[columns.at.get(field) ?? -1] ?? '';
    return checkRow(row, cell, readers);
  });
  const rows = checked.flatMap(({ value }) => (value ? [value] : []));
  const errors = [...checked.flatMap((one) => one.errors), ...repeatedKeys(rows)];
  return { rows, errors: errors.toSorted((a, b) => a.row - b.row), ignoredColumns: columns.ignored };
}

function tooManyCells(row: number): ImportError {
  return { row, field: '', says: 'cells' };
}

function repeatedKeys(rows: readonly ImportRow[]): ImportError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, externalId }) => {
    const earlier = first.get(externalId);
    if (earlier === undefined) first.set(externalId, row);
    return earlier === undefined
      ? []
      : [
          {
            row,
            field: 'externalId',
            says: 'repeated' as const,
            params: { row: earlier },
            given: externalId,
          },
        ];
  });
}
