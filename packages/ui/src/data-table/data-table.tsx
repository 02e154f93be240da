import { Empty } from '../empty.tsx';
import { Loading } from '../loading.tsx';
import { useNarrow } from '../narrow.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { type Column, shownColumns } from './columns.ts';
import styles from './data-table.module.css';
import { TableCards } from './table-cards.tsx';
import type { DataTableProps } from './table-props.ts';
import { TableRows } from './table-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';

/**
 * A list that sorts, pages, shows the columns wanted, remembers views, exports and is walked by keyboard; its state is
 * the URL's. On a phone each row is a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const shown = shownColumns(props.columns, props.state);
  return (
    <section className={styles.list} aria-label={props.name}>
      <TableToolbar {...props} shown={shown} />
      <Body {...props} shown={shown} />
    </section>
  );
}

function Body<Row>({ data, empty, shown, ...rest }: DataTableProps<Row> & { shown: readonly Column<Row>[] }) {
  const narrow = useNarrow();
  if (data.problem) return <ProblemNotice problem={data.problem} onAgain={data.onAgain} />;
  if (data.rows === undefined) return <Loading />;
  if (data.rows.length === 0) return <Empty>{empty}</Empty>;
  const Rows = narrow ? TableCards : TableRows;
  return <Rows {...rest} columns={shown} rows={data.rows} />;
}
