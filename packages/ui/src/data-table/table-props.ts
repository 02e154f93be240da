import type { ReactNode } from 'react';
import type { Column, TableState } from './columns.ts';
import type { PageAt } from './walk-pages.ts';

/** One page of a list, as far as it is known. */
export interface TableData<Row> {
  readonly rows: readonly Row[] | undefined;
  /** Cursor of the next page. */
  readonly next?: string | null;
  readonly problem?: Error | null;
  readonly onAgain?: () => void;
}

/** Rows chosen for doing something with all of them. */
export interface TableSelection {
  /** Keys of the rows chosen. */
  readonly chosen: readonly string[];
  readonly onChosen: (keys: readonly string[]) => void;
  /** What can be done with them; stands where the tools were while there are any. */
  readonly actions: ReactNode;
}

export interface DataTableProps<Row> {
  /** Says what the list is, and names its exported file. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly data: TableData<Row>;
  readonly rowKey: (row: Row) => string;
  /** From the URL; `onState` puts it there. */
  readonly state: TableState;
  readonly onState: (state: TableState) => void;
  readonly onOpen?: (row: Row) => void;
  /** Filters of the screen, at the start of the toolbar; `/` leads to the first. */
  readonly filters?: ReactNode;
  readonly empty?: ReactNode;
  /** Asks for any page of the same list, so that all its rows are exported; without it, the rows shown are. */
  readonly pageAt?: PageAt<Row>;
  readonly selection?: TableSelection;
}
