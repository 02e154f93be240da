import { useUiWords } from '../language.ts';
import { Popover } from '../popover.tsx';
import { inOrder, moved } from './columns.ts';
import styles from './data-table.module.css';
import type { DataTableProps } from './table-props.ts';

/** Which columns are shown, and in which order. */
export function ColumnChoice<Row>({ columns, state, onState }: DataTableProps<Row>) {
  const say = useUiWords();
  const hidden = new Set(state.hidden);
  const ordered = inOrder(columns, state);
  const keys = ordered.map(({ key }) => key);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onState({ ...state, hidden: next.size === 0 ? undefined : [...next] });
  };
  return (
    <Popover label={say('table.columns')}>
      <ul className={styles.choice} aria-label={say('table.columns')}>
        {ordered.map(({ key, title, fixed }, index) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={fixed || !hidden.has(key)}
                disabled={fixed}
                onChange={() => toggle(key)}
              />
              {title}
            </label>
            <button
              type="button"
              aria-label={say('table.before', { title })}
              disabled={index === 0}
              onClick={() => onState({ ...state, order: moved(keys, key, -1) })}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={say('table.after', { title })}
              disabled={index === keys.length - 1}
              onClick={() => onState({ ...state, order: moved(keys, key, 1) })}
            >
              ↓
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
