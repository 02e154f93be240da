import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { workOrderCan } from '@firstfix/contract/orders/states';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { isWaitedFor, threaded } from '../orders/order-facts.ts';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import { AssignmentReasons } from './assignment-reasons.tsx';
import { useBoardDesk } from './board-context.ts';
import { CandidateList } from './candidate-list.tsx';
import styles from './drawer.module.css';
import { OrderActions } from './order-actions.tsx';
import { useSkillNames } from './use-skill-names.ts';

/** The order looked at: what it needs, who could come, and why. */
export function OrderDrawer({ orderId, known }: { orderId: string; known: WorkOrderView | undefined }) {
  const say = useWords();
  const { show } = useBoardDesk();
  const { data = known, error, refetch } = useQuery(ask(getWorkOrder, { params: { id: orderId } }));
  useLive(`work-order:${orderId}`, [getWorkOrder.id, { params: { id: orderId } }]);
  return (
    <aside className={styles.drawer} aria-label={say('dispatch.orderChosen')}>
      <Button
        className={styles.close}
        type="text"
        aria-label={say('dispatch.close')}
        onClick={() => show({ order: undefined })}
      >
        ✕
      </Button>
      {error && <ProblemNotice problem={error} onAgain={refetch} />}
      {!data && !error && <Loading />}
      {data && <Order order={data} />}
    </aside>
  );
}

function Order({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const nameOf = useWorkNames();
  return (
    <>
      <header>
        <h2>{nameOf(order.work)}</h2>
        <Link to="/orders/$id" params={{ id: order.id }}>
          {order.number}
        </Link>
      </header>
      <div className={styles.chips}>
        <StateChip of="workOrderState" state={order.state} />
        {isWaitedFor(order) && <DueChip due={parseInstant(order.dueAt)} />}
        <Thread order={threaded(order)} />
      </div>
      <Needs order={order} />
      <OrderActions order={order} />
      {order.visitCount > 0 && <AssignmentReasons orderId={order.id} />}
      {workOrderCan.do('assign', order.state) ? (
        <CandidateList order={order} />
      ) : (
        <p className={styles.note}>{say('dispatch.notMovable')}</p>
      )}
    </>
  );
}

function Needs({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const moments = useMoments();
  const nameOfSkill = useSkillNames();
  const { arrivalWindow: window, work, place } = order;
  return (
    <dl className={styles.facts}>
      <dt>{say('dispatch.window')}</dt>
      <dd>
        {window
          ? moments.window(parseInstant(window.start), parseInstant(window.end))
          : say('dispatch.noWindow')}
      </dd>
      <dt>{say('dispatch.place')}</dt>
      <dd>{place.community}</dd>
      <dt>{say('dispatch.takes')}</dt>
      <dd>{moments.length(work.standardSeconds * 1000)}</dd>
      <dt>{say('dispatch.needs')}</dt>
      <dd>{work.skills.map(nameOfSkill).join(' · ')}</dd>
      <dt>{say('dispatch.words')}</dt>
      <dd>{work.description}</dd>
    </dl>
  );
}
