import type { ResponseOf } from '@firstfix/contract';
import { listAuditSeals } from '@firstfix/contract/platform/endpoints';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useList } from '../page/list-data.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/inside/admin/seals');

type Seal = ResponseOf<typeof listAuditSeals>['items'][number];

/** Seals over the audit trail: each covers its rows and the seal before it. */
export function SealsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  return (
    <>
      <p>{say('admin.sealsMeaning')}</p>
      <DataTable
        name={say('admin.seals')}
        columns={useSealColumns()}
        rowKey={({ sequence }) => String(sequence)}
        data={useList(listAuditSeals, { cursor: search.cursor })}
        state={search}
        onState={(next) => navigate({ to: '/admin/seals', search: next })}
        empty={say('admin.noSeal')}
      />
    </>
  );
}

function useSealColumns(): Column<Seal>[] {
  const say = useWords();
  const { moment } = useMoments();
  return [
    {
      key: 'sequence',
      title: say('admin.number'),
      align: 'end',
      fixed: true,
      cell: ({ sequence }) => sequence,
      text: ({ sequence }) => String(sequence),
      typed: { kind: 'number', of: ({ sequence }) => sequence },
    },
    {
      key: 'rows',
      title: say('admin.sealedRows'),
      align: 'end',
      cell: ({ rows }) => rows,
      text: ({ rows }) => String(rows),
      typed: { kind: 'number', of: ({ rows }) => rows },
    },
    {
      key: 'at',
      title: say('admin.sealedAt'),
      cell: ({ sealedAt }) => moment(parseInstant(sealedAt)),
      text: ({ sealedAt }) => sealedAt,
    },
    {
      key: 'hash',
      title: say('admin.hash'),
      cell: ({ hash }) => <code>{hash}</code>,
      text: ({ hash }) => hash,
    },
  ];
}
