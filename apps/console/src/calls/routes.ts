import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import { readCallsSearch } from './calls-search.ts';

export const callsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/calls',
  validateSearch: readCallsSearch,
  component: lazyRouteComponent(() => import('./calls-page.tsx'), 'CallsPage'),
});
