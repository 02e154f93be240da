import { ask } from '@firstfix/client/api.ts';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { threaded } from '../orders/order-facts.ts';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import { GLANCE_ROWS, Glance } from './glance.tsx';
import { WAITED_FOR } from './open-states.ts';
import styles from './start-page.module.css';

/** The promises that end next. */
export function NearestOrders() {
  const say = useWords();
  const nameOf = useWorkNames();
  const query = { state: WAITED_FOR, sort: 'due' as const, limit: GLANCE_ROWS };
  return (
    <Glance
      title={say('start.nearest')}
      of={useQuery(ask(listWorkOrders, { query }))}
      all={
        <Link to="/orders" search={{ sort: 'due' }}>
          {say('start.all')}
        </Link>
      }
      empty={say('start.none')}
      keyOf={({ id }) => id}
      row={(order) => (
        <Link to="/orders/$id" params={{ id: order.id }} className={styles.row}>
          <Thread order={threaded(order)} />
          <span>{order.place.community}</span>
          <span>{nameOf(order.work)}</span>
          <DueChip due={parseInstant(order.dueAt)} />
        </Link>
      )}
    />
  );
}
