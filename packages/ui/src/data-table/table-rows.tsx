import { type KeyboardEvent, useRef } from 'react';
import type { Column, TableState } from './columns.ts';
import styles from './data-table.module.css';

interface TableRowsProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly state: TableState;
  readonly onState: (state: TableState) => void;
  readonly onOpen?: (row: Row) => void;
}

export function TableRows<Row>({ name, columns, rows, rowKey, onOpen, ...sorting }: TableRowsProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} {...sorting} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => walk(event, body.current)}>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              tabIndex={index === 0 ? 0 : -1}
              data-opens={onOpen !== undefined}
              onClick={() => onOpen?.(row)}
              onKeyDown={(event) =>
                event.key === 'Enter' && event.target === event.currentTarget && onOpen?.(row)
              }
            >
              {columns.map(({ key, cell, align }) => (
                <td key={key} data-align={align}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({
  column,
  state,
  onState,
}: { column: Column<Row> } & Pick<TableRowsProps<Row>, 'state' | 'onState'>) {
  const { title, sort, align } = column;
  if (sort === undefined) {
    return (
      <th scope="col" data-align={align}>
        {title}
      </th>
    );
  }
  const sorted = state.sort === sort;
  return (
    <th scope="col" data-align={align} aria-sort={sorted ? 'ascending' : 'none'}>
      <button type="button" onClick={() => onState({ ...state, sort, cursor: undefined })}>
        {title} <span aria-hidden="true">{sorted ? '↓' : '↕'}</span>
      </button>
    </th>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Arrow keys (or j and k) go from row to row. */
function walk(event: KeyboardEvent, body: HTMLTableSectionElement | null): void {
  const step = STEPS[event.key];
  if (step === undefined || body === null) return;
  const rows = [...body.rows];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, here + step))];
  event.preventDefault();
  next?.focus();
}
