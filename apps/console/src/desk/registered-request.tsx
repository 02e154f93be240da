import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { workOrderCan } from '@firstfix/contract/orders/states';
import { getRequest } from '@firstfix/contract/requests/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { parseInstant } from '@firstfix/kernel';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { SlotPicker } from '../slots/slot-picker.tsx';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';
import { RemoteSolution } from './remote-solution.tsx';
import { TriageAnswer } from './triage-answer.tsx';

/** The request just registered: what triage says of it, and the window to promise. */
export function RegisteredRequest({ requestId, onNext }: { requestId: string; onNext: () => void }) {
  const { data, error, refetch } = useQuery(ask(getRequest, { params: { id: requestId } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return <Registered request={data} onNext={onNext} />;
}

function Registered({ request, onNext }: { request: ServiceRequestView; onNext: () => void }) {
  const say = useWords();
  const { hazard, suspectedDuplicateOf, items, number } = request;
  return (
    <section className={styles.panel} aria-label={say('desk.registered')}>
      <header className={styles.who}>
        <h2>{say('desk.registered')}</h2>
        <span>{number}</span>
        <Button size="small" onClick={onNext}>
          {say('desk.another')}
        </Button>
      </header>
      {hazard && <Alert type="error" showIcon title={say('desk.hazard')} />}
      {suspectedDuplicateOf.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('desk.duplicate', { count: suspectedDuplicateOf.length })}
        />
      )}
      {items.map((item) => (
        <div key={item.position} className={styles.item}>
          <TriageAnswer item={item} />
          {item.workOrderId && <PromisedWindow orderId={item.workOrderId} />}
        </div>
      ))}
      <RemoteSolution request={request} />
    </section>
  );
}

/** The picker until a window is promised, then the promise. */
function PromisedWindow({ orderId }: { orderId: string }) {
  const say = useWords();
  const moments = useMoments();
  const params = { id: orderId };
  const { data: order, error, refetch } = useQuery(ask(getWorkOrder, { params }));
  useLive(`work-order:${orderId}`, [getWorkOrder.id, { params }]);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!order) return <Loading />;
  const { arrivalWindow: window } = order;
  if (window) {
    const promised = moments.window(parseInstant(window.start), parseInstant(window.end));
    return (
      <div className={styles.promised} role="status">
        <strong>{say('desk.promised', { window: promised })}</strong>
        <Link to="/orders/$id" params={params}>
          {say('desk.openOrder', { number: order.number })}
        </Link>
      </div>
    );
  }
  if (!workOrderCan.do('promiseWindow', order.state)) return null;
  return (
    <>
      <h3>{say('desk.chooseWindow')}</h3>
      <SlotPicker orderId={orderId} onBooked={() => refetch()} />
    </>
  );
}
