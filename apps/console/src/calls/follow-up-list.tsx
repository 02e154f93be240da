import { ask } from '@firstfix/client/api.ts';
import { listFollowUps } from '@firstfix/contract/verdict/endpoints';
import type { FollowUpView } from '@firstfix/contract/verdict/schemas';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { StateChip, wordOf } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { FollowUpDialog } from './follow-up-dialog.tsx';
import { type ListProps, LOOK_AGAIN_MS, ROWS_OF_A_PAGE } from './list-props.ts';
import { CustomerCell, OrderCell } from './row-cells.tsx';

/** Finished work whose customer is still to be asked. */
export function FollowUpList({ search, onSearch }: ListProps) {
  const say = useWords();
  const [chosen, setChosen] = useState<FollowUpView>();
  const query = { cursor: search.cursor, limit: ROWS_OF_A_PAGE };
  const page = useQuery({ ...ask(listFollowUps, { query }), refetchInterval: LOOK_AGAIN_MS });
  return (
    <>
      <DataTable
        name={say('calls.list.followUps')}
        columns={useColumns()}
        rowKey={({ workOrderId }) => workOrderId}
        data={{ rows: page.data?.items, next: page.data?.next, problem: page.error, onAgain: page.refetch }}
        state={search}
        onState={(table) => onSearch({ ...search, ...table })}
        onOpen={setChosen}
        empty={say('calls.noFollowUps')}
      />
      {chosen && <FollowUpDialog followUp={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function useColumns(): Column<FollowUpView>[] {
  const say = useWords();
  const ui = useUiWords();
  const moments = useMoments();
  return [
    {
      key: 'due',
      title: say('calls.due'),
      fixed: true,
      cell: ({ dueAt }) => <DueChip due={parseInstant(dueAt)} />,
      text: ({ dueAt }) => moments.moment(parseInstant(dueAt)),
      typed: { kind: 'instant', of: ({ dueAt }) => parseInstant(dueAt) },
    },
    {
      key: 'state',
      title: say('calls.state'),
      cell: ({ state }) => <StateChip of="followUpState" state={state} />,
      text: ({ state }) => wordOf(ui, 'followUpState', state),
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
    { key: 'note', title: say('calls.note'), cell: ({ note }) => note, text: ({ note }) => note },
  ];
}
