import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';
import { readBookSearch } from './book-search.ts';

export const bookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/home/book',
  validateSearch: readBookSearch,
  component: lazyRouteComponent(() => import('./book-page.tsx'), 'BookPage'),
});
