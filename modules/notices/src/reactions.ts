import {
  VISIT_DEPARTED,
  VISIT_ENDED_UNFINISHED,
  VISIT_UNASSIGNED,
  WINDOW_PROMISED,
  WORK_ORDER_CANCELLED,
} from '@firstfix/contract/orders/events';
import { type Id, parseInstant } from '@firstfix/kernel';
import { type Reaction, reaction, type Tx } from '@firstfix/platform';
import type { MessageProvider } from './adapters/message-provider.ts';
import type { NoticesNeeds } from './needs.ts';
import { tellAtOnce } from './operations/tell-at-once.ts';
import { tellInApp } from './operations/tell-in-app.ts';
import type { TemplateId } from './templates.ts';
import { windowWords } from './window-words.ts';

/** What customers and engineers are told of their orders. Each message's cause is its event, so a repeated one writes nothing. */
export function noticesReactions(needs: NoticesNeeds, provider: MessageProvider): Reaction[] {
  const tell = (tx: Tx, about: About) => tellCustomer(tx, needs, provider, about);
  return [
    reaction(
      WINDOW_PROMISED,
      'notices.on_window_promised',
      (tx, { workOrderId, start, end, at }) => {
        const window = windowWords({ start: parseInstant(start), end: parseInstant(end) }, 'zh');
        return tell(tx, { workOrderId, template: 'window_promised', variables: { window }, occasion: at });
      },
      aboutOrder,
    ),
    reaction(
      VISIT_DEPARTED,
      'notices.on_visit_departed',
      async (tx, { visitId, workOrderIds }) => {
        // one stop, one message, however many orders it serves
        const [workOrderId] = workOrderIds;
        if (workOrderId) await tell(tx, { workOrderId, template: 'engineer_departed', occasion: visitId });
      },
      aboutVisit,
    ),
    reaction(
      VISIT_ENDED_UNFINISHED,
      'notices.on_visit_ended_unfinished',
      async (tx, { visitId, workOrderIds, how }) => {
        const [workOrderId] = workOrderIds;
        if (how === 'no_show' && workOrderId)
          await tell(tx, { workOrderId, template: 'nobody_came', occasion: visitId });
      },
      aboutVisit,
    ),
    reaction(
      VISIT_UNASSIGNED,
      'notices.on_visit_unassigned',
      async (tx, { visitId, engineerId, workOrderIds }) => {
        const [workOrderId] = workOrderIds;
        const order = workOrderId ? await needs.findWorkOrder(tx, workOrderId) : undefined;
        if (!order) return;
        tellInApp(tx, needs, {
          engineerId,
          template: 'visit_unassigned',
          variables: { number: order.number },
          subjectType: 'visit',
          subjectId: visitId,
          cause: `visit_unassigned:${visitId}`,
        });
      },
      aboutVisit,
    ),
    reaction(
      WORK_ORDER_CANCELLED,
      'notices.on_work_order_cancelled',
      (tx, { workOrderId, at }) => tell(tx, { workOrderId, template: 'work_order_cancelled', occasion: at }),
      aboutOrder,
    ),
  ];
}

const aboutOrder = ({ workOrderId }: { workOrderId: Id }) => workOrderId;
const aboutVisit = ({ visitId }: { visitId: Id }) => visitId;

interface About {
  readonly workOrderId: Id;
  readonly template: TemplateId;
  readonly variables?: Readonly<Record<string, string>>;
  /** Tells this time from another of the same kind. */
  readonly occasion: string;
}

async function tellCustomer(
  tx: Tx,
  needs: NoticesNeeds,
  provider: MessageProvider,
  about: About,
): Promise<void> {
  const { workOrderId, template, variables = {}, occasion } = about;
  const order = await needs.findWorkOrder(tx, workOrderId);
  if (!order) return;
  await tellAtOnce(tx, needs, provider, {
    customerId: order.customerId,
    template,
    variables: { ...variables, number: order.number },
    subjectType: 'work-order',
    subjectId: workOrderId,
    cause: `${template}:${workOrderId}:${occasion}`,
  });
}
