import { ask } from '@firstfix/client/api.ts';
import { listComplaints } from '@firstfix/contract/verdict/endpoints';
import type { ComplaintView } from '@firstfix/contract/verdict/schemas';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { StateChip, wordOf } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { ComplaintDialog } from './complaint-dialog.tsx';
import { dueOf } from './complaint-due.ts';
import { type ListProps, LOOK_AGAIN_MS, ROWS_OF_A_PAGE } from './list-props.ts';
import { CustomerCell, OrderCell } from './row-cells.tsx';

/** Open complaints, each until it is answered, judged and settled. */
export function ComplaintList({ search, onSearch }: ListProps) {
  const say = useWords();
  const [chosenId, setChosenId] = useState<string>();
  const query = { cursor: search.cursor, limit: ROWS_OF_A_PAGE };
  const page = useQuery({ ...ask(listComplaints, { query }), refetchInterval: LOOK_AGAIN_MS });
  const chosen = page.data?.items.find(({ id }) => id === chosenId);
  return (
    <>
      <DataTable
        name={say('calls.list.complaints')}
        columns={useColumns()}
        rowKey={({ id }) => id}
        data={{ rows: page.data?.items, next: page.data?.next, problem: page.error, onAgain: page.refetch }}
        state={search}
        onState={(table) => onSearch({ ...search, ...table })}
        onOpen={({ id }) => setChosenId(id)}
        empty={say('calls.noComplaints')}
      />
      {chosen && <ComplaintDialog complaint={chosen} onClose={() => setChosenId(undefined)} />}
    </>
  );
}

function useColumns(): Column<ComplaintView>[] {
  const say = useWords();
  const ui = useUiWords();
  const moments = useMoments();
  return [
    {
      key: 'due',
      title: say('calls.due'),
      fixed: true,
      cell: (complaint) => <DueChip due={dueOf(complaint)} />,
      text: (complaint) => moments.moment(dueOf(complaint)),
      typed: { kind: 'instant', of: (complaint) => dueOf(complaint) },
    },
    {
      key: 'number',
      title: say('calls.complaint'),
      cell: ({ number }) => number,
      text: ({ number }) => number,
    },
    {
      key: 'state',
      title: say('calls.state'),
      cell: ({ state }) => <StateChip of="complaintState" state={state} />,
      text: ({ state }) => wordOf(ui, 'complaintState', state),
    },
    {
      key: 'severity',
      title: say('orderActions.severityLabel'),
      cell: ({ severity }) => say(`calls.severity.${severity}`),
      text: ({ severity }) => say(`calls.severity.${severity}`),
    },
    {
      key: 'order',
      title: say('calls.order'),
      cell: ({ workOrderId }) => <OrderCell id={workOrderId} />,
    },
    {
      key: 'customer',
      title: say('calls.customer'),
      cell: ({ customerId }) => <CustomerCell id={customerId} />,
    },
    { key: 'words', title: say('calls.words'), cell: ({ words }) => words, text: ({ words }) => words },
  ];
}
