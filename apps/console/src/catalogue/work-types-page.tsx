import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { LocalTable } from '../page/local-table.tsx';
import { useNamed } from '../page/named.ts';
import { useCodeWords, useWords } from '../words/words.ts';

export type WorkType = ResponseOf<typeof listWorkTypes>['items'][number];

/** What kinds of work there are. */
export function WorkTypesPage() {
  const say = useWords();
  const navigate = useNavigate();
  const types = useQuery(ask(listWorkTypes));
  return (
    <LocalTable
      name={say('catalogue.workTypes')}
      columns={useWorkTypeColumns()}
      rowKey={({ code }) => code}
      data={{ rows: types.data?.items, problem: types.error, onAgain: types.refetch }}
      onOpen={({ code }) => navigate({ to: '/catalogue/work-types/$code', params: { code } })}
    />
  );
}

function useWorkTypeColumns(): Column<WorkType>[] {
  const say = useWords();
  const sayCode = useCodeWords();
  const gatesOf = ({ gates }: WorkType) => gates.map((gate) => sayCode('catalogue.gate', gate)).join(' · ');
  const nameOf = useNamed();
  return [
    {
      key: 'name',
      title: say('catalogue.name'),
      fixed: true,
      cell: (type) => (
        <Link to="/catalogue/work-types/$code" params={{ code: type.code }} tabIndex={-1}>
          {nameOf(type)}
        </Link>
      ),
      text: nameOf,
    },
    { key: 'code', title: say('catalogue.code'), cell: ({ code }) => code, text: ({ code }) => code },
    {
      key: 'steps',
      title: say('catalogue.steps'),
      align: 'end',
      cell: ({ checklist }) => checklist.length,
      text: ({ checklist }) => String(checklist.length),
    },
    {
      key: 'gates',
      title: say('catalogue.gates'),
      cell: gatesOf,
      text: gatesOf,
    },
    {
      key: 'norms',
      title: say('catalogue.norms'),
      align: 'end',
      cell: ({ norms }) => norms.length,
      text: ({ norms }) => String(norms.length),
    },
  ];
}
