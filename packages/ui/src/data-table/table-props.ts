import type { ReactNode } from 'react';
import type { Column, TableState } from './columns.ts';

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
