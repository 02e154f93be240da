import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';

/** One line of a customer's history: an order that is over, or a contact that led to none. */
export interface Contact {
  readonly id: string;
  readonly at: string;
  readonly words: string;
  readonly work: { readonly workType: string; readonly category: string } | undefined;
  readonly order?: WorkOrderView;
  readonly request?: ServiceRequestView;
}

/** Orders and requests as one line of time, newest first; a request with an order is told by its order. */
export function contactsOf(
  orders: readonly WorkOrderView[],
  requests: readonly ServiceRequestView[],
): readonly Contact[] {
  const ended = orders.map(
    (order): Contact => ({
      id: order.id,
      at: order.openedAt,
      words: order.work.description,
      work: order.work,
      order,
    }),
  );
  const without = requests
    .filter(({ items }) => items.every(({ workOrderId }) => workOrderId === null))
    .map(
      (request): Contact => ({
        id: request.id,
        at: request.registeredAt,
        words: request.words,
        work: request.items[0],
        request,
      }),
    );
  return [...ended, ...without].toSorted((a, b) => b.at.localeCompare(a.at));
}
