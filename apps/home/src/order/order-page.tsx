import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask } from '../connection/api.ts';
import { useLive } from '../connection/live.ts';
import { useWords } from '../words/words.ts';
import { OrderCard } from './order-card.tsx';

const route = getRouteApi('/home/orders/$id');

/** One order, followed live. */
export function OrderPage() {
  const say = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(ask(getWorkOrder, { params: { id } }));
  useLive(`work-order:${id}`, [getWorkOrder.id]);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <Link to="/home">← {say('start.back')}</Link>
      <OrderCard order={data} />
    </>
  );
}
