import { ask } from '@firstfix/client/api.ts';
import { listCallBacks } from '@firstfix/contract/requests/endpoints';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import type { CallBack } from './call-back.ts';
import { CallBackDialog } from './call-back-dialog.tsx';
import { type ListProps, LOOK_AGAIN_MS, ROWS_OF_A_PAGE } from './list-props.ts';
import { CustomerCell } from './row-cells.tsx';

export function CallBackList({ search, onSearch }: ListProps) {
  const say = useWords();
  const [chosen, setChosen] = useState<CallBack>();
  const query = { cursor: search.cursor, limit: ROWS_OF_A_PAGE };
  const page = useQuery({ ...ask(listCallBacks, { query }), refetchInterval: LOOK_AGAIN_MS });
  return (
    <>
      <DataTable
        name={say('calls.list.callBacks')}
        columns={useColumns()}
        rowKey={({ requestId }) => requestId}
        data={{ rows: page.data?.items, next: page.data?.next, problem: page.error, onAgain: page.refetch }}
        state={search}
        onState={(table) => onSearch({ ...search, ...table })}
        onOpen={setChosen}
        empty={say('calls.noCallBacks')}
      />
      {chosen && <CallBackDialog callBack={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function useColumns(): Column<CallBack>[] {
  const say = useWords();
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
      key: 'number',
      title: say('calls.request'),
      cell: ({ number }) => number,
      text: ({ number }) => number,
    },
    {
      key: 'customer',
      title: say('calls.customer'),
      cell: ({ customerId }) => <CustomerCell id={customerId} />,
    },
    {
      key: 'advice',
      title: say('calls.advice'),
      cell: ({ advice }) => advice,
      text: ({ advice }) => advice,
    },
  ];
}
