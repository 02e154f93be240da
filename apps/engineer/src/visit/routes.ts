import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

export const visitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/visits/$id',
  component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
});
