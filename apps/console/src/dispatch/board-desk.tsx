import { toRfc3339 } from '@firstfix/kernel';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { memo, useMemo, useState } from 'react';
import { AssignedBar } from './assigned-bar.tsx';
import styles from './board.module.css';
import { BoardDeskContext } from './board-context.ts';
import type { BoardSearch } from './board-search.ts';
import { BoardTools } from './board-tools.tsx';
import { ObjectionDialog } from './objection-dialog.tsx';
import { OrderDrawer } from './order-drawer.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { wantedAt } from './shown-rows.ts';
import { TerritoryMap } from './territory-map.tsx';
import { Timeline } from './timeline.tsx';
import { useAssigning } from './use-assigning.ts';
import type { Board } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';

const route = getRouteApi('/inside/dispatch');

/** Queues, timeline and map around one choice: the order looked at. */
export const BoardDesk = memo(function BoardDesk({ board, isToday }: { board: Board; isToday: boolean }) {
  const navigate = useNavigate();
  const search = route.useSearch();
  const assigning = useAssigning(board.rows);
  const [held, setHeld] = useState<string>();
  const show = (changes: BoardSearch) => navigate({ to: '/dispatch', search: { ...search, ...changes } });
  const wishFor = (orderId: string, engineerId: string) => {
    const order = board.orders.find(({ id }) => id === orderId);
    const shift = board.rows.find(({ engineer }) => engineer.id === engineerId)?.shift;
    // without a promise the engine would take the order for today
    const start = order?.arrivalWindow === null && !isToday ? shift?.start : undefined;
    const wished = wantedAt(search.free, board.date)?.start ?? start;
    return { orderId, engineerId, ...(wished ? { plannedStartAt: toRfc3339(wished) } : {}) };
  };
  const desk = { board, search, assigning, held, hold: setHeld, show, wishFor };
  useBoardKeys(desk);
  const shown = useMemo(() => board.orders.find(({ id }) => id === search.order), [board, search.order]);
  return (
    <BoardDeskContext value={desk}>
      <BoardTools />
      <div className={styles.desk} data-map={search.map === true} data-drawer={search.order !== undefined}>
        <QueuePanel />
        <Timeline />
        {search.map && <TerritoryMap />}
      </div>
      {search.order && <OrderDrawer key={search.order} orderId={search.order} known={shown} />}
      <ObjectionDialog />
      <AssignedBar />
    </BoardDeskContext>
  );
});
