import { WORK_ORDER_STATES, type WorkOrderState } from '@firstfix/contract/orders/states';
import { readTableState, type TableState } from '@firstfix/ui/data-table/columns.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';

/** What the list shows, as its URL says it. */
export interface OrdersSearch extends TableState {
  readonly state?: readonly WorkOrderState[];
  readonly text?: string;
}

export const ordersRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/orders',
  validateSearch: readOrdersSearch,
  component: lazyRouteComponent(() => import('./orders-page.tsx'), 'OrdersPage'),
});

export const orderRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
});

export const orderRoutes = [ordersRoute, orderRoute];

function readOrdersSearch(search: Record<string, unknown>): OrdersSearch {
  const states = Array.isArray(search.state) ? search.state : [];
  const state = WORK_ORDER_STATES.filter((one) => states.includes(one));
  return {
    ...readTableState(search),
    ...(state.length > 0 ? { state } : {}),
    // a number typed alone comes out of the URL as a number
    ...(typeof search.text === 'string' || typeof search.text === 'number' ? { text: String(search.text) } : {}),
  };
}
