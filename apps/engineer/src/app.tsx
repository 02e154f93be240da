import { ClockProvider } from '@firstfix/client/clock.tsx';
import { queries } from '@firstfix/client/queries.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.tsx';
import { Unreached } from './shell/unreached.tsx';

/** What stands around every screen. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ClockProvider unreached={<Unreached />}>
        <RouterProvider router={router} />
      </ClockProvider>
    </QueryClientProvider>
  );
}
