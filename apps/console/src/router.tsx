import { BrokenPage } from '@firstfix/ui/broken-page.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from './admin/routes.ts';
import { callsRoute } from './calls/routes.ts';
import { catalogueRoutes } from './catalogue/routes.ts';
import { deskRoute } from './desk/routes.ts';
import { dispatchRoutes } from './dispatch/routes.ts';
import { figureRoutes } from './figures/routes.ts';
import { financeRoutes } from './finance/routes.ts';
import { galleryRoute } from './gallery/routes.ts';
import { importRoute } from './imports/routes.ts';
import { networkRoutes } from './network/routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { outletRoute } from './outlet/routes.ts';
import { sessionsRoute } from './sessions/routes.ts';
import { insideRoute, rootRoute } from './shell/routes.ts';
import { UnknownPage } from './shell/unknown-page.tsx';
import { signInRoute } from './sign-in/routes.ts';
import { startRoute } from './start/routes.ts';

/** Every screen, a line for each subject; its code is loaded when it is opened. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  insideRoute.addChildren([
    startRoute,
    ...orderRoutes,
    galleryRoute,
    deskRoute,
    callsRoute,
    importRoute,
    ...dispatchRoutes,
    outletRoute,
    networkRoutes,
    catalogueRoutes,
    financeRoutes,
    ...figureRoutes,
    adminRoutes,
    sessionsRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: UnknownPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
