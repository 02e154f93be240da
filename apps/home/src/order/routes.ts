import { api } from '@firstfix/client/api.ts';
import { queries } from '@firstfix/client/queries.ts';
import { sessionQuery } from '@firstfix/client/session.ts';
import { openLinkSession } from '@firstfix/contract/identity/endpoints';
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

/** The link a customer is sent: its token becomes a session that sees this one order. */
const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/o/$token',
  beforeLoad: async ({ params: { token } }) => {
    const { session } = await api.call(openLinkSession, { body: { token } });
    queries.setQueryData(sessionQuery.queryKey, session);
    if (session.onlyWorkOrderId === null) throw notFound();
    throw redirect({ to: '/home/orders/$id', params: { id: session.onlyWorkOrderId }, replace: true });
  },
});

const orderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/home/orders/$id',
  component: lazyRouteComponent(() => import('./order-page.tsx'), 'OrderPage'),
});

export const orderRoutes = [linkRoute, orderRoute];
