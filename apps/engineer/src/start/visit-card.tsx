import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { useJobName } from '../work/catalogue-names.ts';
import { isWaitedFor, threaded } from '../work/order-facts.ts';
import styles from './today.module.css';

interface VisitCardProps {
  readonly visit: VisitView;
  /** Its place among those still to come. */
  readonly number?: number;
  /** The one to go on with. */
  readonly first?: boolean;
}

/** One stop of the day: when, where, which machine, how far it has come. Opens the visit. */
export function VisitCard({ visit, number, first = false }: VisitCardProps) {
  const say = useWords();
  const moments = useMoments();
  const nameOf = useJobName();
  const [workOrderId = ''] = visit.workOrderIds;
  const { data: order } = useQuery(ask(getWorkOrder, { params: { id: workOrderId } }));
  useLive(`work-order:${workOrderId}`, [getWorkOrder.id, { params: { id: workOrderId } }]);
  const window = order?.arrivalWindow;
  const start = parseInstant(window?.start ?? visit.plannedStartAt);
  const end = parseInstant(window?.end ?? visit.plannedEndAt);
  return (
    <Link to="/visits/$id" params={{ id: visit.id }} className={styles.card} data-first={first}>
      <span className={styles.top}>
        <strong>
          {number !== undefined && `${say('start.stop', { number })} · `}
          {moments.clock(start)}–{moments.clock(end)}
        </strong>
        <StateChip of="visitState" state={visit.state} />
      </span>
      <span className={styles.place}>{visit.place.community}</span>
      {order && (
        <>
          <span className={styles.top}>
            <span>{nameOf(order.work)}</span>
            {isWaitedFor(order) && <DueChip due={parseInstant(order.dueAt)} />}
          </span>
          {visit.workOrderIds.length > 1 && (
            <span>{say('start.orders', { count: visit.workOrderIds.length })}</span>
          )}
          <Thread order={threaded(order)} />
        </>
      )}
    </Link>
  );
}
