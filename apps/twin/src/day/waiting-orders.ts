import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import type { Cover, WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { Customer } from '../cast.ts';
import type { Asked } from '../life/ask.ts';
import type { Need, Stage } from '../stage.ts';

/** An order that is open, with whose it is. */
export interface WaitingOrder {
  readonly need: Need;
  readonly asked: Asked;
}

/** Nobody has to pay under these; without papers the customer gets a quote. */
const FREE: readonly Cover[] = ['in_warranty', 'extended'];
const PAGE = 200;

/**
 * Open orders of people of the cast that have no window yet, like those of an imported file, most urgent first.
 * Those of people who signed in nowhere are left out.
 */
export async function listWaitingOrders({ cast }: Stage): Promise<WaitingOrder[]> {
  const customers = new Map([...cast.waiting, ...cast.customers].map((customer) => [customer.id, customer]));
  const found: WaitingOrder[] = [];
  let cursor: string | undefined;
  do {
    const query = { state: ['open' as const], limit: PAGE, cursor };
    const page = await cast.dispatcher.call(listWorkOrders, { query });
    for (const order of page.items) {
      const customer = customers.get(order.customerId);
      if (customer && isWaiting(order)) found.push(asWaiting(order, customer));
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
}

function isWaiting({ arrivalWindow, hold }: WorkOrderView): boolean {
  return arrivalWindow === null && hold === null;
}

/** What the order tells of itself is all anybody knows; the serial number is what the engineer will read. */
export function asWaiting(order: WorkOrderView, customer: Customer): WaitingOrder {
  const { category, workType, description, skills, cover } = order.work;
  const appliance = { category, serialNumber: `LABEL-${order.number}` };
  return {
    need: { customer, workType, appliance, words: description },
    asked: {
      requestId: order.requestId ?? order.id,
      workOrderId: order.id,
      territoryId: order.territoryId,
      skills,
      chargeable: !FREE.includes(cover),
    },
  };
}
