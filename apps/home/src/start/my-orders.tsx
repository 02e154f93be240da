import { api } from '@firstfix/client/api.ts';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { OrderCard } from '../order/order-card.tsx';
import { useWords } from '../words/words.ts';
import styles from './my-orders.module.css';

const AT_ONCE = 20;

/** The customer's own orders, newest first. */
export function MyOrders() {
  const say = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listWorkOrders.id],
    queryFn: ({ pageParam }) =>
      api.call(listWorkOrders, {
        query: { sort: 'newest', limit: AT_ONCE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  const orders = data.pages.flatMap(({ items }) => items);
  return (
    <section className={styles.orders}>
      <h1>{say('start.orders')}</h1>
      {orders.length === 0 && (
        <Empty>
          <p>{say('start.none')}</p>
          <Link className={styles.book} to="/home/book">
            {say('start.bookNow')}
          </Link>
        </Empty>
      )}
      {orders.map((order) => (
        <Link key={order.id} to="/home/orders/$id" params={{ id: order.id }}>
          <OrderCard order={order} />
        </Link>
      ))}
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {say('start.more')}
        </Button>
      )}
    </section>
  );
}
