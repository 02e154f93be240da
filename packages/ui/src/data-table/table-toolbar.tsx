import { useUiWords } from '../language.ts';
import type { Column } from './columns.ts';
import { saveAs, toCsv } from './csv.ts';
import styles from './data-table.module.css';
import type { DataTableProps } from './table-props.ts';

type ToolbarProps<Row> = DataTableProps<Row> & { readonly shown: readonly Column<Row>[] };

export function TableToolbar<Row>(props: ToolbarProps<Row>) {
  const { name, data, shown, filters } = props;
  const say = useUiWords();
  const { rows = [] } = data;
  return (
    <div className={styles.toolbar}>
      <div className={styles.filters}>{filters}</div>
      <div className={styles.tools}>
        <span className={styles.count} title={say('table.keys')}>
          {say('table.rows', { count: rows.length })}
        </span>
        <ColumnChoice {...props} />
        <button
          type="button"
          disabled={rows.length === 0}
          onClick={() => saveAs(`${name}.csv`, toCsv(shown, rows))}
        >
          {say('table.export')}
        </button>
        <Paging {...props} />
      </div>
    </div>
  );
}

function ColumnChoice<Row>({ columns, state, onState }: ToolbarProps<Row>) {
  const say = useUiWords();
  const hidden = new Set(state.hidden);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onState({ ...state, hidden: next.size === 0 ? undefined : [...next] });
  };
  return (
    <details className={styles.choice}>
      <summary>{say('table.columns')}</summary>
      <div>
        {columns.map(({ key, title, fixed }) => (
          <label key={key}>
            <input type="checkbox" checked={!hidden.has(key)} disabled={fixed} onChange={() => toggle(key)} />{' '}
            {title}
          </label>
        ))}
      </div>
    </details>
  );
}

/** The browser's own back leads to the page before. */
function Paging<Row>({ data, state, onState }: ToolbarProps<Row>) {
  const say = useUiWords();
  const { next } = data;
  return (
    <>
      {state.cursor !== undefined && (
        <button type="button" onClick={() => onState({ ...state, cursor: undefined })}>
          {say('table.first')}
        </button>
      )}
      <button type="button" disabled={!next} onClick={() => next && onState({ ...state, cursor: next })}>
        {say('table.next')}
      </button>
    </>
  );
}
