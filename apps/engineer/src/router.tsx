import { BrokenPage } from '@firstfix/ui/broken-page.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { createRouter } from '@tanstack/react-router';
import { earningsRoute } from './earnings/routes.ts';
import { meRoute } from './me/routes.ts';
import { offersRoute } from './offers/routes.ts';
import { rootRoute } from './shell/routes.tsx';
import { startRoute } from './start/routes.ts';
import { visitRoute } from './visit/routes.ts';

/** Every screen, a line for each subject; its code is loaded when it is opened. */
const routeTree = rootRoute.addChildren([startRoute, visitRoute, offersRoute, earningsRoute, meRoute]);

export const router = createRouter({
  routeTree,
  basepath: '/engineer',
  defaultErrorComponent: BrokenPage,
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: () => <Empty />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
