import { ask } from '@firstfix/client/api.ts';
import { listJourney } from '@firstfix/contract/orders/endpoints';
import { ROLES } from '@firstfix/contract/roles';
import { parseInstant } from '@firstfix/kernel';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './order-page.module.css';

/** Everything that happened to an order, newest first. */
export function Journey({ orderId }: { orderId: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(listJourney, { params: { id: orderId } }));
  return (
    <section className={styles.panel} aria-label={say('orders.journey')}>
      <h2>{say('orders.journey')}</h2>
      {error && <ProblemNotice problem={error} onAgain={refetch} />}
      {!data && !error && <Loading />}
      <ol className={styles.journey}>
        {data?.items.toReversed().map((entry) => (
          <Entry key={entry.sequence} {...entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ at, kind, actorRole }: { at: string; kind: string; actorRole: string }) {
  const sayCode = useCodeWords();
  const ui = useUiWords();
  const moments = useMoments();
  const role = ROLES.find((one) => one === actorRole);
  return (
    <li>
      <time dateTime={at}>{moments.moment(parseInstant(at))}</time>
      <span>{sayCode('orders.entry', kind)}</span>
      {role && <small>{ui(`role.${role}`)}</small>}
    </li>
  );
}
