import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { listRequests } from '@firstfix/contract/requests/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OrderActions } from '../orders/actions/order-actions.tsx';
import { isWaitedFor, threaded } from '../orders/order-facts.ts';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';
import { type Contact, contactsOf } from './past-contacts.ts';

const MOST = 50;

/** What is open for the caller, then everything that was, newest first. */
export function CustomerHistory({ customerId }: { customerId: string }) {
  const say = useWords();
  const orders = useQuery(ask(listWorkOrders, { query: { customerId, sort: 'newest', limit: MOST } }));
  const requests = useQuery(ask(listRequests, { query: { customerId, limit: MOST } }));
  const problem = orders.error ?? requests.error;
  if (problem)
    return (
      <ProblemNotice problem={problem} onAgain={() => Promise.all([orders.refetch(), requests.refetch()])} />
    );
  if (!orders.data || !requests.data) return <Loading />;
  const open = orders.data.items.filter(isWaitedFor);
  const past = contactsOf(
    orders.data.items.filter((order) => !isWaitedFor(order)),
    requests.data.items,
  );
  return (
    <>
      <section className={styles.panel} aria-label={say('desk.openOrders')}>
        <h2>{say('desk.openOrders')}</h2>
        {open.length === 0 && <p className={styles.soft}>{say('desk.noOpenOrders')}</p>}
        {open.map((order) => (
          <OpenOrder key={order.id} order={order} />
        ))}
      </section>
      <section className={styles.panel} aria-label={say('desk.history')}>
        <h2>{say('desk.history')}</h2>
        {past.length === 0 && <p className={styles.soft}>{say('desk.noHistory')}</p>}
        <ol className={styles.timeline}>
          {past.map((contact) => (
            <PastContact key={contact.id} {...contact} />
          ))}
        </ol>
      </section>
    </>
  );
}

function OpenOrder({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const moments = useMoments();
  const nameOf = useWorkNames();
  const { arrivalWindow: window } = order;
  useLive(`work-order:${order.id}`, [listWorkOrders.id]);
  return (
    <article className={styles.order}>
      <header>
        <Link to="/orders/$id" params={{ id: order.id }}>
          {order.number}
        </Link>
        <strong>{nameOf(order.work)}</strong>
        <StateChip of="workOrderState" state={order.state} />
        <DueChip due={parseInstant(order.dueAt)} />
      </header>
      <div className={styles.progress}>
        <Thread order={threaded(order)} />
        <span>
          {window
            ? moments.window(parseInstant(window.start), parseInstant(window.end))
            : say('orders.noWindow')}
        </span>
      </div>
      <OrderActions order={order} />
    </article>
  );
}

function PastContact({ at, words, work, order, request }: Contact) {
  const moments = useMoments();
  const nameOf = useWorkNames();
  return (
    <li>
      <time dateTime={at}>{moments.moment(parseInstant(at))}</time>
      <span>
        {work && <strong>{nameOf(work)} </strong>}
        {order && (
          <Link to="/orders/$id" params={{ id: order.id }}>
            {order.number}
          </Link>
        )}
        {request?.number}
      </span>
      {order && <StateChip of="workOrderState" state={order.state} />}
      {request && <StateChip of="requestState" state={request.state} />}
      <q>{words}</q>
    </li>
  );
}
