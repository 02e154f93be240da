import { HOUR, type Instant, MINUTE, type TimeWindow } from '@firstfix/kernel';
import { DEFAULT_ZONE, instantAt } from '@firstfix/kernel/zone';
import { type BoardRow, isActive, isAtRisk, isFree, isIdle } from './board-rows.ts';
import type { BoardSearch } from './board-search.ts';

/** The time asked for on the day, `needs` long. */
export function wantedAt(free: string | undefined, date: string, needs: number = HOUR): TimeWindow | null {
  if (free === undefined) return null;
  const [hours = 0, minutes = 0] = free.split(':').map(Number);
  const start = instantAt(date, hours * 60 + minutes, DEFAULT_ZONE);
  return { start, end: start + Math.max(needs, 15 * MINUTE) };
}

/** The rows the dispatcher wants to see: some kind of engineers, those free then, or everybody. */
export function shownRows(
  rows: readonly BoardRow[],
  { shown }: Pick<BoardSearch, 'shown'>,
  wanted: TimeWindow | null,
  now: Instant,
): readonly BoardRow[] {
  return rows.filter((row) => {
    if (wanted !== null && !isFree(row, wanted)) return false;
    if (shown === 'active') return isActive(row);
    if (shown === 'idle') return isIdle(row, now);
    return shown !== 'risk' || row.blocks.some(isAtRisk);
  });
}
