import type { ResponseOf } from '@firstfix/contract';
import { listSessions, revokeSession } from '@firstfix/contract/identity/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from './api.ts';
import styles from './own-sessions.module.css';
import { sessionQuery } from './session.ts';

/** An administrator sees everybody’s: only the own ones are asked for. */
const MOST = 100;

type Session = ResponseOf<typeof listSessions>['items'][number];

/** Where somebody is signed in, this place first; each of the others can be ended, or all of them at once. */
export function OwnSessions() {
  const say = useUiWords();
  const { data: own } = useQuery(sessionQuery);
  const { data, error, refetch } = useQuery({
    ...ask(listSessions, { query: { userId: own?.userId, limit: MOST } }),
    enabled: own != null,
  });
  const end = useEnding();
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  const others = data.items.filter(({ current }) => !current);
  const rows = [...data.items.filter(({ current }) => current), ...others];
  return (
    <div className={styles.sessions}>
      <ul>
        {rows.map((session) => (
          <Row key={session.id} session={session} busy={end.isPending} onEnd={() => end.mutate([session])} />
        ))}
      </ul>
      {end.error && <ProblemNotice problem={end.error} />}
      <Button
        compact
        danger
        disabled={end.isPending}
        onClick={() => end.mutate(others)}
        {...(others.length === 0 && { disabledReason: say('sessions.only') })}
      >
        {say('sessions.endOthers')}
      </Button>
    </div>
  );
}

function useEnding() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sessions: readonly Session[]) =>
      Promise.all(sessions.map(({ id }) => api.call(revokeSession, { params: { id } }))),
    onSettled: () => queries.invalidateQueries({ queryKey: [listSessions.id] }),
  });
}

function Row({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const say = useUiWords();
  const { moment } = useMoments();
  return (
    <li>
      <span>
        {say('sessions.opened', { time: moment(parseInstant(session.openedAt)) })}
        <small>{say('sessions.ends', { time: moment(parseInstant(session.expiresAt)) })}</small>
      </span>
      {session.current ? (
        <strong>{say('sessions.here')}</strong>
      ) : (
        <Button compact disabled={busy} onClick={onEnd}>
          {say('sessions.end')}
        </Button>
      )}
    </li>
  );
}
