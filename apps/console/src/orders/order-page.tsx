import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getWorkOrder, listJourney } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCodeWords, useWords } from '../words/words.ts';
import { OrderActions } from './actions/order-actions.tsx';
import { Fact } from './fact.tsx';
import { Journey } from './journey.tsx';
import { isWaitedFor, threaded } from './order-facts.ts';
import styles from './order-page.module.css';
import { Assignment } from './panels/assignment.tsx';
import { OrderClocks } from './panels/order-clocks.tsx';
import { OrderMoney } from './panels/order-money.tsx';
import { People } from './panels/people.tsx';
import { useWorkNames } from './work-names.ts';

const route = getRouteApi('/inside/orders/$id');

/** One order: where it is, what is next, everything that happened. */
export function OrderPage() {
  const { id } = route.useParams();
  const order = useQuery(ask(getWorkOrder, { params: { id } }));
  useLive(`work-order:${id}`, [getWorkOrder.id, { params: { id } }]);
  useLive(`work-order:${id}`, [listJourney.id, { params: { id } }]);
  if (order.error) return <ProblemNotice problem={order.error} onAgain={order.refetch} />;
  if (!order.data) return <Loading />;
  return <Order order={order.data} />;
}

function Order({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const nameOf = useWorkNames();
  return (
    <>
      <header className={styles.header}>
        <Link to="/orders">← {say('orders.back')}</Link>
        <h1>
          {order.number} · {nameOf(order.work)}
        </h1>
        <StateChip of="workOrderState" state={order.state} />
        {isWaitedFor(order) && <DueChip due={parseInstant(order.dueAt)} />}
      </header>
      <OrderActions order={order} />
      <section className={styles.panel}>
        <Thread order={threaded(order)} named />
      </section>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Facts order={order} />
          <People order={order} />
          <OrderClocks order={order} />
          <Assignment order={order} />
          <OrderMoney orderId={order.id} />
        </div>
        <Journey orderId={order.id} />
      </div>
    </>
  );
}

function Facts({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const moments = useMoments();
  const sayCode = useCodeWords();
  const { arrivalWindow: window } = order;
  return (
    <section className={styles.panel} aria-label={say('orders.facts')}>
      <h2>{say('orders.facts')}</h2>
      <dl className={styles.facts}>
        <Fact name={say('orders.nextStep')}>{sayCode('orders.step', order.nextStep.action)}</Fact>
        {order.hold && (
          <Fact name={say('orders.hold')}>
            <StateChip of="hold" state={order.hold} />
          </Fact>
        )}
        <Fact name={say('orders.window')}>
          {window
            ? moments.window(parseInstant(window.start), parseInstant(window.end))
            : say('orders.noWindow')}
        </Fact>
        <Fact name={say('orders.opened')}>{moments.moment(parseInstant(order.openedAt))}</Fact>
        <Fact name={say('orders.community')}>{order.place.community}</Fact>
        <Fact name={say('orders.description')}>{order.work.description}</Fact>
        <Fact name={say('orders.urges')}>{order.urgeCount}</Fact>
      </dl>
    </section>
  );
}
