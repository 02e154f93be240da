import { ApiProblem } from '@firstfix/contract/client';
import { onlineManager, QueryClient } from '@tanstack/react-query';

const RETRIES = 2;

// taken for online until an event says otherwise; a page may open without a network
onlineManager.setOnline(navigator.onLine);

/** What is known of the server: asked again when looked at, told again by live topics. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // a refusal stays one; a lost network may come back
      retry: (failures, error) => failures < RETRIES && !(error instanceof ApiProblem && error.status < 500),
    },
  },
});
