import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import { readDeskSearch } from './desk-search.ts';

export const deskRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/desk',
  validateSearch: readDeskSearch,
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
});
