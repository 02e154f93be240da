import { WORK_ORDER_STATES, type WorkOrderState } from '@firstfix/contract/orders/states';
import { readTableState, type TableState } from '@firstfix/ui/data-table/columns.ts';

/** What the list shows, as its URL says it. */
export interface OrdersSearch extends TableState {
  readonly state?: readonly WorkOrderState[];
  readonly text?: string;
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
  };
}
