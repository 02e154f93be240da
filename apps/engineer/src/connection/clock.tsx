import { getBusinessClock } from '@firstfix/contract/platform/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { anchorHere, BusinessTime } from '@firstfix/ui/business-time.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from './api.ts';

/** The demo's speed may be changed: seen this late at the latest. */
const LOOK_AGAIN_MS = 30_000;

/** Lets every screen know the server's business time. */
export function ClockProvider({ children }: { children: ReactNode }) {
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    ...ask(getBusinessClock),
    refetchInterval: LOOK_AGAIN_MS,
  });
  if (!data) return error ? <ProblemNotice problem={error} onAgain={refetch} /> : <Loading />;
  return (
    <BusinessTime anchor={anchorHere(parseInstant(data.now), data.factor, dataUpdatedAt)}>
      {children}
    </BusinessTime>
  );
}
