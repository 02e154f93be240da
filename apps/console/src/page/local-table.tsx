import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import type { DataTableProps } from '@firstfix/ui/data-table/table-props.ts';
import { useState } from 'react';

/** A table that is a part of a page: short, in the order given, and what it shows is no business of the URL. */
export function LocalTable<Row>(props: Omit<DataTableProps<Row>, 'state' | 'onState'>) {
  const [state, setState] = useState({});
  const columns = props.columns.map(({ sort: _, ...column }) => column);
  return <DataTable {...props} columns={columns} state={state} onState={setState} />;
}
