import type { ReactNode } from 'react';
import { Empty } from '../empty.tsx';
import { Loading } from '../loading.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import type { Column, TableState } from './columns.ts';
import styles from './data-table.module.css';
import { TableRows } from './table-rows.tsx';
import { TableToolbar } from './table-toolbar.tsx';

/** One page of a list, as far as it is known. */
export interface TableData<Row> {
  readonly rows: readonly Row[] | undefined;
  /** Cursor of the next page. */
  readonly next?: string | null;
  readonly problem?: Error | null;
  readonly onAgain?: () => void;
}

export interface DataTableProps<Row> {
  /** Says what the list is, and names its CSV file. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly data: TableData<Row>;
  readonly rowKey: (row: Row) => string;
  /** From the URL; `onState` puts it there. */
  readonly state: TableState;
  readonly onState: (state: TableState) => void;
  readonly onOpen?: (row: Row) => void;
  /** Filters of the screen, at the start of the toolbar. */
  readonly filters?: ReactNode;
  readonly empty?: ReactNode;
}

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
