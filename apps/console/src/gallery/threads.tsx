import { useNow } from '@firstfix/ui/business-time.tsx';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import styles from './gallery.module.css';
import { Specimen } from './specimen.tsx';
import { specimenOrders } from './specimen-orders.ts';

/** An order as it is drawn everywhere, large and in a row of a list. */
export function Threads() {
  const say = useWords();
  const now = useNow();
  const [seenAt] = useState(now);
  const orders = specimenOrders(seenAt);
  return (
    <Specimen title={say('gallery.thread')} note={say('gallery.threadNote')}>
      {orders[2] && <Thread order={orders[2]} named />}
      <ul className={styles.threads}>
        {orders.map((order) => (
          <li key={`${order.state} ${order.openedAt}`}>
            <Thread order={order} />
            <StateChip of="workOrderState" state={order.state} />
            {order.dueAt && <DueChip due={order.dueAt} />}
          </li>
        ))}
      </ul>
    </Specimen>
  );
}
