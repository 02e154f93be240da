import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ClockProvider } from './connection/clock.tsx';
import { queries } from './connection/queries.ts';
import { router } from './router.tsx';

/** What stands around every screen. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <ClockProvider>
        <RouterProvider router={router} />
      </ClockProvider>
    </QueryClientProvider>
  );
}
