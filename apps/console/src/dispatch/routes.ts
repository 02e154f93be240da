import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import { readBoardSearch } from './board-search.ts';

const boardRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/dispatch',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
});

export const dispatchRoutes = [boardRoute];
