import { ask } from '@firstfix/client/api.ts';
import { listFigures } from '@firstfix/contract/insight/endpoints';
import { DAY, HOUR, type Instant, toRfc3339 } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useQueries } from '@tanstack/react-query';
import type { FiguresSearch } from './figures-search.ts';

const USUAL_DAYS = 30;
/** Points of a small plot. */
const SLICES = 6;

/** The period asked for; its end stands still for an hour, so that a running clock does not ask without end. */
export function usePeriod({ days = USUAL_DAYS, outlet, territory }: FiguresSearch) {
  const end = Math.ceil(useNow() / HOUR) * HOUR;
  return queryOf(end - days * DAY, end, outlet, territory);
}

/** The figures of each slice of the period, oldest first; undefined while one is on its way. */
export function useSlices(period: ReturnType<typeof queryOf>) {
  const [start, end] = [Date.parse(period.from), Date.parse(period.to)];
  const length = (end - start) / SLICES;
  return useQueries({
    queries: Array.from({ length: SLICES }, (_, index) => {
      const from = start + index * length;
      const query = queryOf(from, from + length, period.outletId, period.territoryId);
      return { ...ask(listFigures, { query }), staleTime: HOUR };
    }),
    combine: (answers) => answers.map(({ data }) => data?.items),
  });
}

function queryOf(
  start: Instant,
  end: Instant,
  outletId: string | undefined,
  territoryId: string | undefined,
) {
  return { from: toRfc3339(start), to: toRfc3339(end), outletId, territoryId };
}
