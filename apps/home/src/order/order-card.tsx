import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './order-card.module.css';
import { useWorkNames } from './work-names.ts';

/** An order as its customer sees it at a glance: what it is, where it stands, what comes next. */
export function OrderCard({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  const names = useWorkNames();
  const window = order.arrivalWindow && {
    start: parseInstant(order.arrivalWindow.start),
    end: parseInstant(order.arrivalWindow.end),
  };
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <strong>{names.work(order.work)}</strong>
        <StateChip of="workOrderState" state={order.state} />
      </div>
      <Thread
        named
        order={{ state: order.state, openedAt: parseInstant(order.openedAt), arrivalWindow: window }}
      />
      <p>{sayCode('order.now', order.hold ?? order.state)}</p>
      <p className={styles.window}>
        {say('start.window')} {window ? moments.window(window.start, window.end) : say('start.noWindow')}
      </p>
    </article>
  );
}
