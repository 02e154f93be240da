import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import { readFigureSearch, readFiguresSearch } from './figures-search.ts';

const figuresRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/figures',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
});

const figureRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/figures/$figure',
  validateSearch: readFigureSearch,
  component: lazyRouteComponent(() => import('./figure-page.tsx'), 'FigurePage'),
});

/** The figures of the promise. */
export const figureRoutes = [figuresRoute, figureRoute];
