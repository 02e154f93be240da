import { Empty } from '../empty.tsx';
import { Loading } from '../loading.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import type { Column } from './columns.ts';
import styles from './data-table.module.css';
import type { DataTableProps } from './table-props.ts';
import { TableRows } from './table-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';

/** A list that sorts, pages, hides columns, exports and is walked by keyboard; its state is the URL's. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, data, state } = props;
  const shown = columns.filter(({ key, fixed }) => fixed || !state.hidden?.includes(key));
  return (
    <section className={styles.list} aria-label={props.name}>
      <TableToolbar {...props} shown={shown} />
      <Body {...props} shown={shown} data={data} />
    </section>
  );
}

function Body<Row>({ data, empty, shown, ...rest }: DataTableProps<Row> & { shown: readonly Column<Row>[] }) {
  if (data.problem) return <ProblemNotice problem={data.problem} onAgain={data.onAgain} />;
  if (data.rows === undefined) return <Loading />;
  if (data.rows.length === 0) return <Empty>{empty}</Empty>;
  return <TableRows {...rest} columns={shown} rows={data.rows} />;
}
