import { getBusinessClock } from '@firstfix/contract/platform/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { anchorHere, BusinessTime } from '@firstfix/ui/business-time.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from './api.ts';

/** Others may change the demo's speed: seen this late at the latest. */
const LOOK_AGAIN_MS = 15_000;

/** The server's business clock. */
export const clockQuery = queryOptions({
  queryKey: ['clock'],
  refetchInterval: LOOK_AGAIN_MS,
  queryFn: () => api.call(getBusinessClock),
});

interface ClockProviderProps {
  readonly children: ReactNode;
  /** What is shown while the server can't be reached; without it, that it can't. */
  readonly unreached?: ReactNode;
}

/** Lets every screen know the server's business time. */
export function ClockProvider({ children, unreached }: ClockProviderProps) {
  const { data, dataUpdatedAt, error, errorUpdateCount, failureCount, isPaused, refetch } =
    useQuery(clockQuery);
  // while it is asked again there is no error, and still no server
  if (!data && (errorUpdateCount > 0 || failureCount > 0 || isPaused)) {
    return unreached ?? <ProblemNotice problem={error ?? new Error('offline')} onAgain={refetch} />;
  }
  if (!data) return <Loading />;
  return (
    <BusinessTime anchor={anchorHere(parseInstant(data.now), data.factor, dataUpdatedAt)}>
      {children}
    </BusinessTime>
  );
}
