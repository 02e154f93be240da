import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getFieldSheet } from '@firstfix/contract/fieldwork/endpoints';
import type { JobView } from '@firstfix/contract/fieldwork/schemas';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { WorkOrderState } from '@firstfix/contract/orders/states';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BackLink } from '../shell/back-link.tsx';
import { ComplaintCard } from './complaint-card.tsx';
import { CompletionCard } from './completion-card.tsx';
import { DoorCodeCard } from './door-code-card.tsx';
import { EngineerCard } from './engineer-card.tsx';
import { Journey } from './journey.tsx';
import { OnePlusFive } from './one-plus-five.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderCard } from './order-card.tsx';
import { OrderFacts } from './order-facts.tsx';
import { PayCard } from './pay-card.tsx';
import { QuoteCard } from './quote-card.tsx';
import { RatingCard } from './rating-card.tsx';

const route = getRouteApi('/home/orders/$id');

/** Ticks of single steps are no news to anybody; they are looked for while somebody works. */
const LOOK_AGAIN_MS = 10_000;
const AT_THE_DOOR: readonly WorkOrderState[] = ['on_site', 'in_service'];
const SET_OUT: readonly WorkOrderState[] = ['en_route', ...AT_THE_DOOR, 'completed', 'confirmed', 'closed'];
const WORK_DONE: readonly WorkOrderState[] = ['completed', 'confirmed', 'closed'];

/** One order with everything about it, followed live: what is the customer's to do comes first. */
export function OrderPage() {
  const { id } = route.useParams();
  const { data: order, error, refetch } = useQuery(ask(getWorkOrder, { params: { id } }));
  // everything here is about this order
  useLive(`work-order:${id}`, []);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!order) return <Loading />;
  return (
    <>
      <BackLink />
      <OrderCard order={order} />
      <Visit order={order} />
      <OrderFacts order={order} />
      <OrderActions order={order} />
      <ComplaintCard order={order} />
      <Journey order={order} />
    </>
  );
}

/** What concerns the visit under way, or the one that was. */
function Visit({ order }: { order: WorkOrderView }) {
  const job = useJob(order);
  const { visitId, state } = order;
  const done = WORK_DONE.includes(state);
  return (
    <>
      {job && visitId && !done && <QuoteCard visitId={visitId} job={job} />}
      {done && <CompletionCard order={order} />}
      {job && done && <PayCard order={order} job={job} />}
      {done && order.engineerId && <RatingCard order={order} />}
      {visitId && state === 'en_route' && <DoorCodeCard visitId={visitId} />}
      {visitId && <EngineerCard visitId={visitId} />}
      {job && visitId && (AT_THE_DOOR.includes(state) || done) && (
        <OnePlusFive visitId={visitId} job={job} workType={order.work.workType} done={done} />
      )}
      {job && visitId && done && <QuoteCard visitId={visitId} job={job} />}
    </>
  );
}

/** This order on the sheet of its visit; there is none before somebody set out. */
function useJob(order: WorkOrderView): JobView | undefined {
  const { visitId, state } = order;
  const { data } = useQuery({
    ...ask(getFieldSheet, { params: { id: visitId ?? '' } }),
    enabled: visitId !== null && SET_OUT.includes(state),
    refetchInterval: AT_THE_DOOR.includes(state) ? LOOK_AGAIN_MS : false,
  });
  return data?.jobs.find(({ workOrderId }) => workOrderId === order.id);
}
