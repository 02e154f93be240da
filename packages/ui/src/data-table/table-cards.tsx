import { type KeyboardEvent, useRef } from 'react';
import { useUiWords } from '../language.ts';

import { isForRow } from './row-press.ts';
import { toggleRow } from './selecting.ts';
import styles from './table-cards.module.css';
import type { TableRowsProps } from './table-rows.tsx';
import { walkRows } from './walk-rows.ts';

/** The same rows where there is no room for columns: a card each, its first column as the heading. */
export function TableCards<Row>(props: TableRowsProps<Row>) {
  const { name, rows, rowKey } = props;
  const list = useRef<HTMLTableSectionElement>(null);
  return (
    <>
      <CardSorting {...props} />
      <table className={styles.cards} aria-label={name}>
        <tbody ref={list} onKeyDown={(event) => walkRows(event, [...(list.current?.rows ?? [])])}>
          {rows.map((row) => (
            <Card key={rowKey(row)} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Card<Row>({ row, columns, rowKey, onOpen, selection }: TableRowsProps<Row> & { row: Row }) {
  const say = useUiWords();
  const key = rowKey(row);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row);
  };
  return (
    <tr
      tabIndex={0}
      aria-selected={selection?.chosen.includes(key)}
      data-opens={onOpen !== undefined}
      onClick={(event) => isForRow(event) && onOpen?.(row)}
      onKeyDown={onKeyDown}
    >
      <td>
        {selection && (
          <label className={styles.cardChoice}>
            <input
              type="checkbox"
              aria-label={say('table.choose')}
              checked={selection.chosen.includes(key)}
              onChange={() => toggleRow(selection, key)}
            />
          </label>
        )}
        <strong>{columns[0]?.cell(row)}</strong>
        <dl>
          {columns.slice(1).map((column) => (
            <div key={column.key}>
              <dt>{column.title}</dt>
              <dd>{column.cell(row)}</dd>
            </div>
          ))}
        </dl>
      </td>
    </tr>
  );
}

/** Headings to press are not there: sorting is chosen from a list. */
function CardSorting<Row>({ columns, state, onState }: TableRowsProps<Row>) {
  const say = useUiWords();
  const sortable = columns.filter(({ sort }) => sort !== undefined);
  if (sortable.length < 2) return null;
  return (
    <label className={styles.sorting}>
      {say('table.sort')}
      <select
        value={state.sort}
        onChange={({ target }) => onState({ ...state, sort: target.value, cursor: undefined })}
      >
        {sortable.map(({ key, title, sort }) => (
          <option key={key} value={sort}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
