import { useRef } from 'react';
import { Button } from '../button.tsx';
import { useUiWords } from '../language.ts';
import { ColumnChoice } from './column-choice.tsx';
import type { Column } from './columns.ts';
import styles from './data-table.module.css';
import { SavedViews } from './saved-views.tsx';
import { useSlashToFilter } from './slash-to-filter.ts';
import { TableExport } from './table-export.tsx';
import type { DataTableProps, TableSelection } from './table-props.ts';

type ToolbarProps<Row> = DataTableProps<Row> & { readonly shown: readonly Column<Row>[] };

export function TableToolbar<Row>(props: ToolbarProps<Row>) {
  const { data, filters, selection } = props;
  const say = useUiWords();
  const place = useRef<HTMLDivElement>(null);
  const pageBefore = useRef<PageBefore>(new Map());
  useSlashToFilter(place);
  return (
    <div className={styles.toolbar}>
      <div ref={place} className={styles.filters}>
        {filters}
      </div>
      {selection && selection.chosen.length > 0 ? (
        <ChosenTools selection={selection} />
      ) : (
        <div className={styles.tools}>
          <span className={styles.count} title={say('table.keys')}>
            {say('table.rows', { count: data.rows?.length ?? 0 })}
          </span>
          <SavedViews />
          <ColumnChoice {...props} />
          <TableExport {...props} />
          <Paging {...props} pageBefore={pageBefore.current} />
        </div>
      )}
    </div>
  );
}

function ChosenTools({ selection }: { selection: TableSelection }) {
  const say = useUiWords();
  const { chosen, onChosen, actions } = selection;
  return (
    <div className={styles.tools}>
      <strong>{say('table.chosen', { count: chosen.length })}</strong>
      {actions}
      <Button compact onClick={() => onChosen([])}>
        {say('table.letGo')}
      </Button>
    </div>
  );
}

/** From a page's cursor to that of the page one came from; the first page has none. */
type PageBefore = Map<string, string | undefined>;

/** A cursor leads on only: the way back is known for pages reached from here, the first page always. */
function Paging<Row>({ data, state, onState, pageBefore }: ToolbarProps<Row> & { pageBefore: PageBefore }) {
  const say = useUiWords();
  const { next } = data;
  const { cursor } = state;
  const go = (to: string | undefined) => onState({ ...state, cursor: to });
  return (
    <>
      {cursor !== undefined && (
        <Button compact onClick={() => go(undefined)}>
          {say('table.first')}
        </Button>
      )}
      {cursor !== undefined && pageBefore.has(cursor) && (
        <Button compact onClick={() => go(pageBefore.get(cursor))}>
          {say('table.previous')}
        </Button>
      )}
      <Button
        compact
        disabledReason={next ? undefined : say('table.last')}
        onClick={() => {
          if (!next) return;
          pageBefore.set(next, cursor);
          go(next);
        }}
      >
        {say('table.next')}
      </Button>
    </>
  );
}
