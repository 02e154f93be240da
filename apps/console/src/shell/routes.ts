import { queries } from '@firstfix/client/queries.ts';
import { sessionQuery } from '@firstfix/client/session.ts';
import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { Frame } from './frame.tsx';

export const rootRoute = createRootRoute();

/** Every screen behind the sign-in hangs below: nobody signed in is led there, and back afterwards. */
export const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  component: Frame,
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { back: location.publicHref } });
  },
});
