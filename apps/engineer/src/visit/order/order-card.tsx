import { ask } from '@firstfix/client/api.ts';
import { getModel } from '@firstfix/contract/catalogue/endpoints';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { useQuery } from '@tanstack/react-query';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';
import { useJobName, useNameOf, useSymptomName } from '../../work/catalogue-names.ts';
import { isWaitedFor, threaded } from '../../work/order-facts.ts';
import { Contact } from './contact.tsx';
import { History } from './history.tsx';

interface OrderCardProps {
  readonly id: string;
  readonly visit: VisitView;
}

/** What to know of an order before ringing: when, who, which machine, its cover, what was said, what was done. */
export function OrderCard({ id, visit }: OrderCardProps) {
  const order = useQuery(ask(getWorkOrder, { params: { id } }));
  if (order.error) return <ProblemNotice problem={order.error} onAgain={order.refetch} />;
  if (!order.data) return <Loading />;
  return <Card order={order.data} visit={visit} />;
}

function Card({ order, visit }: { order: WorkOrderView; visit: VisitView }) {
  const say = useWords();
  const moments = useMoments();
  const nameOf = useJobName();
  const { arrivalWindow: window, work } = order;
  const start = parseInstant(window?.start ?? visit.plannedStartAt);
  const end = parseInstant(window?.end ?? visit.plannedEndAt);
  return (
    <section className={panel.panel} aria-label={order.number}>
      <div className={panel.row}>
        <h2>{nameOf(work)}</h2>
        {isWaitedFor(order) && <DueChip due={parseInstant(order.dueAt)} />}
      </div>
      <Thread order={threaded(order)} />
      <p>
        <span className={panel.label}>{say(window ? 'visit.promised' : 'visit.planned')}</span>
        <br />
        {moments.window(start, end)}
      </p>
      <Contact order={order} visit={visit} />
      <Machine work={work} />
      <p>
        <span className={panel.label}>{say('visit.said')}</span>
        <br />
        {work.description || say('visit.nothingSaid')}
      </p>
      {order.urgeCount > 0 && <p>{say('visit.urged', { count: order.urgeCount })}</p>}
      {order.applianceId && <History applianceId={order.applianceId} />}
      <p className={panel.note}>{order.number}</p>
    </section>
  );
}

function Machine({ work }: { work: WorkOrderView['work'] }) {
  const say = useWords();
  const nameOf = useNameOf();
  const { productModelId: id } = work;
  const { data: model } = useQuery({ ...ask(getModel, { params: { id: id ?? '' } }), enabled: id !== null });
  const symptom = useSymptomName(work.category, work.symptomCode);
  return (
    <p>
      <span className={panel.label}>{say('visit.machine')}</span>
      <br />
      {[model && `${nameOf(model)} ${model.code}`, say(`visit.cover.${work.cover}`), symptom]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
