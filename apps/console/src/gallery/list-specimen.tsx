import { api, ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listSessions, revokeSession } from '@firstfix/contract/identity/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { tell } from '@firstfix/ui/toasts.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { Specimen } from './specimen.tsx';

const route = getRouteApi('/inside/gallery');
const PAGE = 8;

type Session = ResponseOf<typeof listSessions>['items'][number];

/** A list with all it can do: the open sessions of whoever looks. */
export function ListSpecimen() {
  const say = useWords();
  const navigate = useNavigate();
  const state = route.useSearch();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const columns = useSessionColumns();
  const pageAt = (cursor: string | undefined, limit = 200) => ({ query: { cursor, limit } });
  const page = useQuery(ask(listSessions, pageAt(state.cursor, PAGE)));
  return (
    <Specimen title={say('gallery.list')} note={say('gallery.listNote')}>
      <DataTable
        name={say('gallery.sessions')}
        columns={columns}
        rowKey={({ id }) => id}
        data={{ rows: page.data?.items, next: page.data?.next, problem: page.error, onAgain: page.refetch }}
        state={state}
        onState={(search) => navigate({ to: '/gallery', search })}
        pageAt={(cursor) => api.call(listSessions, pageAt(cursor))}
        selection={{
          chosen,
          onChosen: setChosen,
          actions: <EndSessions rows={page.data?.items ?? []} chosen={chosen} onDone={() => setChosen([])} />,
        }}
      />
    </Specimen>
  );
}

function useSessionColumns(): Column<Session>[] {
  const say = useWords();
  const ui = useUiWords();
  const moments = useMoments();
  const text = {
    opened: ({ openedAt }: Session) => moments.moment(parseInstant(openedAt)),
    ends: ({ expiresAt }: Session) => moments.moment(parseInstant(expiresAt)),
    role: ({ role }: Session) => ui(`role.${role}`),
    current: ({ current }: Session) => (current ? say('gallery.thisOne') : ''),
  };
  return [
    { key: 'opened', title: say('gallery.opened'), fixed: true, cell: text.opened, text: text.opened },
    { key: 'ends', title: say('gallery.ends'), cell: text.ends, text: text.ends },
    { key: 'role', title: say('gallery.role'), cell: text.role, text: text.role },
    { key: 'current', title: say('gallery.current'), cell: text.current, text: text.current },
  ];
}

interface EndSessionsProps {
  readonly rows: readonly Session[];
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

/** Ends the chosen ones, never the one that asks. */
function EndSessions({ rows, chosen, onDone }: EndSessionsProps) {
  const say = useWords();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => Promise.all(chosen.map((id) => api.call(revokeSession, { params: { id } }))),
    onSuccess: (ended) => {
      tell(say('gallery.ended', { count: ended.length }));
      onDone();
    },
    onError: ({ message }) => tell(message, { failed: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: [listSessions.id] }),
  });
  const own = rows.some(({ id, current }) => current && chosen.includes(id));
  return (
    <Button
      compact
      disabled={ending.isPending}
      disabledReason={own ? say('gallery.notThisOne') : undefined}
      onClick={() => ending.mutate()}
    >
      {say('gallery.end')}
    </Button>
  );
}
