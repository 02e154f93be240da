import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../connection/api.ts';
import { OrderCard } from '../order/order-card.tsx';
import { useWords } from '../words/words.ts';
import styles from './my-orders.module.css';

/** The customer's own orders, newest first. */
export function MyOrders() {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(listWorkOrders, { query: { sort: 'newest' } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <section className={styles.orders}>
      <h1>{say('start.orders')}</h1>
      {data.items.length === 0 && <Empty>{say('start.none')}</Empty>}
      {data.items.map((order) => (
        <Link key={order.id} to="/home/orders/$id" params={{ id: order.id }}>
          <OrderCard order={order} />
        </Link>
      ))}
    </section>
  );
}
