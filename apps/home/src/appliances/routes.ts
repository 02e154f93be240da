import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

const appliancesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/home/appliances',
  component: lazyRouteComponent(() => import('./appliances-page.tsx'), 'AppliancesPage'),
});

const applianceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/home/appliances/$id',
  component: lazyRouteComponent(() => import('./appliance-page.tsx'), 'AppliancePage'),
});

export const applianceRoutes = [appliancesRoute, applianceRoute];
