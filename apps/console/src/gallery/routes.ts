import { readTableState } from '@firstfix/ui/data-table/columns.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';

export const galleryRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/gallery',
  validateSearch: readTableState,
  component: lazyRouteComponent(() => import('./gallery-page.tsx'), 'GalleryPage'),
});
