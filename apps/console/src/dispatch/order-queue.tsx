import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { Window } from '@firstfix/contract/schemas';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { dateOf, useMoments } from '@firstfix/ui/moment.ts';
import { Link } from '@tanstack/react-router';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';
import { reasonsOf } from './queues.ts';

/** Orders to be taken up, the most urgent first: looked at by a click, dragged onto an engineer. */
export function OrderQueue({ orders }: { orders: readonly WorkOrderView[] }) {
  const say = useWords();
  if (orders.length === 0) return <Empty>{say('dispatch.queueEmpty')}</Empty>;
  return (
    <ul className={styles.cards}>
      {orders.map((order) => (
        <li key={order.id}>
          <OrderCard order={order} />
        </li>
      ))}
    </ul>
  );
}

function OrderCard({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const moments = useMoments();
  const nameOf = useWorkNames();
  const { board, search, hold } = useBoardDesk();
  const { arrivalWindow: window } = order;
  /** The day is said only where it is another than the board's. */
  const told = ({ start, end }: Window) => {
    const [from, to] = [parseInstant(start), parseInstant(end)];
    if (dateOf(from) !== board.date) return moments.window(from, to);
    return `${moments.clock(from)}–${moments.clock(to)}`;
  };
  return (
    <Link
      to="/dispatch"
      search={(before) => ({ ...before, order: order.id })}
      className={styles.card}
      aria-current={search.order === order.id}
      draggable
      onDragStart={() => hold(order.id)}
      onDragEnd={() => hold(undefined)}
    >
      <span className={styles.line}>
        <strong>{nameOf(order.work)}</strong>
        <DueChip due={parseInstant(order.dueAt)} />
      </span>
      <span className={styles.line}>
        <span>{order.place.community}</span>
        <span>{window ? told(window) : say('dispatch.noWindow')}</span>
      </span>
      <span className={styles.line}>
        <small>{order.number}</small>
        <Reasons order={order} />
      </span>
    </Link>
  );
}

function Reasons({ order }: { order: WorkOrderView }) {
  const say = useWords();
  return (
    <span className={styles.reasons}>
      {reasonsOf(order).map((reason) => (
        <em key={reason} data-tone={reason === 'offered' ? 'indigo' : 'amber'}>
          {say(`dispatch.reason.${reason}`, { count: order.urgeCount })}
        </em>
      ))}
    </span>
  );
}
