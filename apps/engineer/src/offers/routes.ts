import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

export const offersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/offers',
  component: lazyRouteComponent(() => import('./offers-page.tsx'), 'OffersPage'),
});
