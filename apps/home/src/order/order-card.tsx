import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useWords } from '../words/words.ts';
import styles from './order-card.module.css';

/** An order as its customer sees it at a glance. */
export function OrderCard({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const moments = useMoments();
  const window = order.arrivalWindow && {
    start: parseInstant(order.arrivalWindow.start),
    end: parseInstant(order.arrivalWindow.end),
  };
  return (
    <article className={styles.card}>
      <header>
        <strong>{order.number}</strong>
        <StateChip of="workOrderState" state={order.state} />
      </header>
      <Thread
        named
        order={{ state: order.state, openedAt: parseInstant(order.openedAt), arrivalWindow: window }}
      />
      <p>
        {say('start.window')} {window ? moments.window(window.start, window.end) : say('start.noWindow')}
      </p>
    </article>
  );
}
