import { ask } from '@firstfix/client/api.ts';
import { countWorkOrders } from '@firstfix/contract/orders/endpoints';
import { WORK_ORDER_STATES } from '@firstfix/contract/orders/states';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './start-page.module.css';

/** Where a role's day begins: numbers that lead to lists. */
export function StartPage() {
  const say = useWords();
  const ui = useUiWords();
  const { role } = useSession();
  return (
    <>
      <h1>{say('start.title', { role: ui(`role.${role}`) })}</h1>
      <OrderCounts />
    </>
  );
}

const OPEN = WORK_ORDER_STATES.filter(
  (state) => !['completed', 'confirmed', 'closed', 'solved_remotely', 'cancelled'].includes(state),
);

function OrderCounts() {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(countWorkOrders, {}));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  const counts = OPEN.map((state) => ({ state, count: data.byState[state] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  return (
    <section className={styles.counts} aria-label={say('start.openOrders')}>
      <h2>{say('start.openOrders')}</h2>
      {counts.length === 0 && <Empty>{say('start.none')}</Empty>}
      <ul aria-label={say('start.byState')}>
        {counts.map(({ state, count }) => (
          <li key={state}>
            <Link to="/orders" search={{ state: [state] }}>
              <strong>{count}</strong>
              <StateChip of="workOrderState" state={state} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
