import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

export const earningsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/earnings',
  // nothing typed into an address may break the screen
  validateSearch: ({ day }): { day?: string } =>
    typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {},
  component: lazyRouteComponent(() => import('./earnings-page.tsx'), 'EarningsPage'),
});
