import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import { readEngineersSearch, readOutletsSearch, readStationsSearch } from './network-search.ts';

const networkRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/network',
  component: lazyRouteComponent(() => import('./network-tabs.tsx'), 'NetworkTabs'),
});

const indexRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./network-tabs.tsx'), 'FirstNetworkTab'),
});

const outletsRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/outlets',
  validateSearch: readOutletsSearch,
  component: lazyRouteComponent(() => import('./outlets-page.tsx'), 'OutletsPage'),
});

const outletRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/outlets/$id',
  component: lazyRouteComponent(() => import('./outlet-page.tsx'), 'OutletPage'),
});

const engineersRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/engineers',
  validateSearch: readEngineersSearch,
  component: lazyRouteComponent(() => import('./engineers-page.tsx'), 'EngineersPage'),
});

const engineerRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/engineers/$id',
  component: lazyRouteComponent(() => import('./engineer-page.tsx'), 'EngineerPage'),
});

const stationsRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/stations',
  validateSearch: readStationsSearch,
  component: lazyRouteComponent(() => import('./stations-page.tsx'), 'StationsPage'),
});

const stationRoute = createRoute({
  getParentRoute: () => networkRoute,
  path: '/stations/$id',
  component: lazyRouteComponent(() => import('./station-page.tsx'), 'StationPage'),
});

/** Outlets, engineers and stations. */
export const networkRoutes = networkRoute.addChildren([
  indexRoute,
  outletsRoute,
  outletRoute,
  engineersRoute,
  engineerRoute,
  stationsRoute,
  stationRoute,
]);
