import { type KeyboardEvent, useRef } from 'react';
import { useUiWords } from '../language.ts';
import type { Column, TableState } from './columns.ts';
import styles from './data-table.module.css';
import { isForRow } from './row-press.ts';
import { isWholePage, toggledPage, toggleRow } from './selecting.ts';
import type { TableSelection } from './table-props.ts';
import { walkRows } from './walk-rows.ts';

export interface TableRowsProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly state: TableState;
  readonly onState: (state: TableState) => void;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: TableSelection;
}

export function TableRows<Row>(props: TableRowsProps<Row>) {
  const { name, columns, rows, rowKey, selection } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            {selection && <PageChoice selection={selection} page={rows.map(rowKey)} />}
            {columns.map((column) => (
              <Heading key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => walkRows(event, [...(body.current?.rows ?? [])])}>
          {rows.map((row, index) => (
            <TableRow key={rowKey(row)} {...props} row={row} first={index === 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow<Row>({
  row,
  first,
  columns,
  rowKey,
  onOpen,
  selection,
}: TableRowsProps<Row> & { row: Row; first: boolean }) {
  const key = rowKey(row);
  const chosen = selection?.chosen.includes(key);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') onOpen?.(row);
    if (event.key !== ' ' || selection === undefined) return;
    event.preventDefault();
    toggleRow(selection, key);
  };
  return (
    <tr
      tabIndex={first ? 0 : -1}
      aria-selected={chosen}
      data-opens={onOpen !== undefined}
      onClick={(event) => isForRow(event) && onOpen?.(row)}
      onKeyDown={onKeyDown}
    >
      {selection && <RowChoice selection={selection} rowKey={key} />}
      {columns.map((column) => (
        <td key={column.key} data-align={column.align}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

function RowChoice({ selection, rowKey }: { selection: TableSelection; rowKey: string }) {
  const say = useUiWords();
  return (
    <td className={styles.choosing}>
      <label>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={say('table.choose')}
          checked={selection.chosen.includes(rowKey)}
          onChange={() => toggleRow(selection, rowKey)}
        />
      </label>
    </td>
  );
}

function PageChoice({ selection, page }: { selection: TableSelection; page: readonly string[] }) {
  const say = useUiWords();
  const { chosen, onChosen } = selection;
  return (
    <th scope="col" className={styles.choosing}>
      <label>
        <input
          type="checkbox"
          aria-label={say('table.choosePage')}
          checked={isWholePage(chosen, page)}
          onChange={() => onChosen(toggledPage(chosen, page))}
        />
      </label>
    </th>
  );
}

type HeadingProps<Row> = { column: Column<Row> } & Pick<TableRowsProps<Row>, 'state' | 'onState'>;

function Heading<Row>({ column, state, onState }: HeadingProps<Row>) {
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
