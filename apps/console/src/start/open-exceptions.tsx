import { ask } from '@firstfix/client/api.ts';
import { listExceptions } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCodeWords, useWords } from '../words/words.ts';
import { GLANCE_ROWS, Glance } from './glance.tsx';
import styles from './start-page.module.css';

/** What a person must look at, the oldest first. */
export function OpenExceptions() {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  return (
    <Glance
      title={say('dispatch.queue.exceptions')}
      of={useQuery(ask(listExceptions, { query: { limit: GLANCE_ROWS } }))}
      all={
        <Link to="/dispatch" search={{ queue: 'exceptions' }}>
          {say('start.all')}
        </Link>
      }
      empty={say('dispatch.noExceptions')}
      keyOf={({ id }) => id}
      row={({ kind, subjectType, subjectId, openedAt }) => (
        <span className={styles.row}>
          {subjectType === 'work-order' ? (
            <Link to="/orders/$id" params={{ id: subjectId }}>
              {sayCode('dispatch.exception', kind)}
            </Link>
          ) : (
            <span>{sayCode('dispatch.exception', kind)}</span>
          )}
          <span>{moments.moment(parseInstant(openedAt))}</span>
        </span>
      )}
    />
  );
}
