import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { listExceptions, listOffers } from '@firstfix/contract/dispatch/endpoints';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';
import { QUEUES, type QueueName } from './board-search.ts';
import { ExceptionList } from './exception-list.tsx';
import { OfferList } from './offer-list.tsx';
import { OrderQueue } from './order-queue.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { filtered, unassigned, unscheduled } from './queues.ts';

/** What waits for a dispatcher: orders without a window, without an engineer, offers, exceptions. */
export function QueuePanel() {
  const say = useWords();
  const { board, search, show } = useBoardDesk();
  const offers = useQuery(ask(listOffers, { query: { limit: 200 } }));
  const exceptions = useQuery(ask(listExceptions, { query: { limit: 200 } }));
  const topic = `dispatch-queue:${board.territoryId}` as const;
  useLive(topic, [listOffers.id]);
  useLive(topic, [listExceptions.id]);
  const orderIds = new Set(board.orders.map(({ id }) => id));
  const lists = {
    unassigned: unassigned(board.orders, board.date),
    unscheduled: unscheduled(board.orders),
    offers: offers.data?.items.filter(({ workOrderId }) => orderIds.has(workOrderId)),
    exceptions: exceptions.data?.items.filter(({ territoryId }) => territoryId === board.territoryId),
  };
  const queue: QueueName = search.queue ?? 'unassigned';
  return (
    <section className={styles.queues} aria-label={say('dispatch.queues')}>
      <nav className={styles.tabs} aria-label={say('dispatch.queues')}>
        {QUEUES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === queue}
            onClick={() => show({ queue: name })}
          >
            {say(`dispatch.queue.${name}`)} <b>{lists[name]?.length ?? ''}</b>
          </button>
        ))}
      </nav>
      {(queue === 'unassigned' || queue === 'unscheduled') && (
        <>
          <QueueFilters orders={lists[queue]} />
          <OrderQueue orders={filtered(lists[queue], search.reasons ?? [], board.now)} />
        </>
      )}
      {queue === 'offers' && <OfferList offers={lists.offers} problem={offers.error} />}
      {queue === 'exceptions' && <ExceptionList exceptions={lists.exceptions} problem={exceptions.error} />}
    </section>
  );
}
