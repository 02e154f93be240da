import { useLive } from '@firstfix/client/live.ts';
import { listEngineerPositions } from '@firstfix/contract/fieldwork/endpoints';
import type { EngineerPosition } from '@firstfix/contract/fieldwork/positions';
import { type Instant, type Point, parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { dateOf } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BoardRow } from './board-rows.ts';
import { positionsOf } from './every-page.ts';
import type { Board } from './use-board.ts';

/** Somebody on the way, as the phone told it. */
export interface LiveEngineer {
  readonly row: BoardRow;
  readonly point: Point;
  readonly at: Instant;
  /** Null when the position is too old to say it. */
  readonly arrivesAt: Instant | null;
  /** Where to. */
  readonly community: string | undefined;
}

/** Ages of positions are said anew this often, also when nobody moves. */
const LOOK_AGAIN_MS = 30_000;

/** Who of the board is on the way now, by name; nobody on another day than today. */
export function useLiveEngineers(board: Board): readonly LiveEngineer[] {
  const isToday = dateOf(useNow()) === board.date;
  const { data } = useQuery({
    ...positionsOf(board.territoryId),
    enabled: isToday,
    refetchInterval: LOOK_AGAIN_MS,
  });
  useLive(isToday ? `territory-positions:${board.territoryId}` : undefined, [
    listEngineerPositions.id,
    'every',
    board.territoryId,
  ]);
  return useMemo(() => (isToday && data ? onTheWay(board.rows, data) : []), [isToday, data, board.rows]);
}

function onTheWay(rows: readonly BoardRow[], positions: readonly EngineerPosition[]): LiveEngineer[] {
  const told = new Map(
    positions.filter(({ onTheWay }) => onTheWay).map((position) => [position.engineerId, position]),
  );
  return rows.flatMap((row) => {
    const position = told.get(row.engineer.id);
    if (!position) return [];
    const { point, at, arrivesAt, visitId } = position;
    const community = row.blocks.find(({ visit }) => visit.id === visitId)?.visit.place.community;
    const arrival = arrivesAt === null ? null : parseInstant(arrivesAt);
    return [{ row, point, at: parseInstant(at), arrivesAt: arrival, community }];
  });
}
