import { WORK_ORDER_STATES, type WorkOrderState } from '@firstfix/contract/orders/states';
import { readTableState, type TableState } from '@firstfix/ui/data-table/columns.ts';

/** What the list shows, as its URL says it. */
export interface OrdersSearch extends TableState {
  readonly state?: readonly WorkOrderState[];
  readonly text?: string;
  /** Only orders of this customer, or of this engineer. */
  readonly customerId?: string;
  readonly engineerId?: string;
}

/** Reads the list's part of the URL; what it does not understand is left out. */
export function readOrdersSearch(search: Record<string, unknown>): OrdersSearch {
  const states = Array.isArray(search.state) ? search.state : [];
  const state = WORK_ORDER_STATES.filter((one) => states.includes(one));
  return {
    ...readTableState(search),
    ...(state.length > 0 ? { state } : {}),
    // a number typed alone comes out of the URL as a number
    ...(typeof search.text === 'string' || typeof search.text === 'number'
      ? { text: String(search.text) }
      : {}),
    ...idOf('customerId', search),
    ...idOf('engineerId', search),
  };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** An id the server would understand. */
function idOf(name: 'customerId' | 'engineerId', search: Record<string, unknown>) {
  const id = search[name];
  return typeof id === 'string' && UUID.test(id) ? { [name]: id } : {};
}
