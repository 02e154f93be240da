import { ask } from '@firstfix/client/api.ts';
import { countWorkOrders } from '@firstfix/contract/orders/endpoints';
import { Empty } from '@firstfix/ui/empty.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import { OPEN_STATES } from './open-states.ts';
import styles from './start-page.module.css';

/** How many orders stand in each state; each number leads to its list. */
export function OrderCounts() {
  const say = useWords();
  const counted = useQuery(ask(countWorkOrders, {}));
  return (
    <section className={styles.counts} aria-label={say('start.openOrders')}>
      <h2>{say('start.openOrders')}</h2>
      <Shown of={counted}>
        {({ byState }) => {
          const counts = OPEN_STATES.flatMap((state) => {
            const count = byState[state] ?? 0;
            return count > 0 ? [{ state, count }] : [];
          });
          return counts.length === 0 ? (
            <Empty>{say('start.none')}</Empty>
          ) : (
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
          );
        }}
      </Shown>
    </section>
  );
}
