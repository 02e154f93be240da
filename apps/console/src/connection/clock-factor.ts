import { api } from '@firstfix/client/api.ts';
import { clockQuery } from '@firstfix/client/clock.tsx';
import { setClockFactor } from '@firstfix/contract/platform/endpoints';
import type { ClockFactor } from '@firstfix/ui/clock-chip.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** The clock's speed and how to change it. */
export function useClockFactor() {
  const queries = useQueryClient();
  const { data } = useQuery(clockQuery);
  const change = useMutation({
    mutationFn: (factor: ClockFactor) => api.call(setClockFactor, { body: { factor } }),
    onSuccess: (clock) => queries.setQueryData(clockQuery.queryKey, clock),
  });
  return { factor: data?.factor ?? 1, production: data?.production ?? true, change: change.mutate };
}
