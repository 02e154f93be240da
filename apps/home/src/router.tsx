import { BrokenPage } from '@firstfix/ui/broken-page.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { createRouter } from '@tanstack/react-router';
import { applianceRoutes } from './appliances/routes.ts';
import { bookRoute } from './book/routes.ts';
import { meRoute } from './me/routes.ts';
import { orderRoutes } from './order/routes.ts';
import { rootRoute } from './shell/routes.tsx';
import { startRoute } from './start/routes.ts';

/** Every screen, a line for each subject; its code is loaded when it is opened. */
const routeTree = rootRoute.addChildren([startRoute, bookRoute, meRoute, ...orderRoutes, ...applianceRoutes]);

export const router = createRouter({
  routeTree,
  defaultErrorComponent: BrokenPage,
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: () => <Empty />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
