import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import { readFaultsSearch, readModelsSearch, readPricesSearch } from './catalogue-search.ts';

const catalogueRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('./catalogue-tabs.tsx'), 'CatalogueTabs'),
});

const indexRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./catalogue-tabs.tsx'), 'FirstCatalogueTab'),
});

const modelsRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/models',
  validateSearch: readModelsSearch,
  component: lazyRouteComponent(() => import('./models-page.tsx'), 'ModelsPage'),
});

const modelRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/models/$id',
  component: lazyRouteComponent(() => import('./model-page.tsx'), 'ModelPage'),
});

const workTypesRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/work-types',
  component: lazyRouteComponent(() => import('./work-types-page.tsx'), 'WorkTypesPage'),
});

const workTypeRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/work-types/$code',
  component: lazyRouteComponent(() => import('./work-type-page.tsx'), 'WorkTypePage'),
});

const faultsRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/faults',
  validateSearch: readFaultsSearch,
  component: lazyRouteComponent(() => import('./faults-page.tsx'), 'FaultsPage'),
});

const pricesRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/prices',
  validateSearch: readPricesSearch,
  component: lazyRouteComponent(() => import('./prices-page.tsx'), 'PricesPage'),
});

const priceListRoute = createRoute({
  getParentRoute: () => catalogueRoute,
  path: '/prices/$id',
  component: lazyRouteComponent(() => import('./price-list-page.tsx'), 'PriceListPage'),
});

/** Models, work types, faults and prices. */
export const catalogueRoutes = catalogueRoute.addChildren([
  indexRoute,
  modelsRoute,
  modelRoute,
  workTypesRoute,
  workTypeRoute,
  faultsRoute,
  pricesRoute,
  priceListRoute,
]);
