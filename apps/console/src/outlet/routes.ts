import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';

/** The outlet of its owner. */
export const outletRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/outlet',
  component: lazyRouteComponent(() => import('./my-outlet-page.tsx'), 'MyOutletPage'),
});
