import { ask } from '@firstfix/client/api.ts';
import { listCandidates } from '@firstfix/contract/dispatch/endpoints';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BoardDesk } from './board-context.ts';
import { isEnded } from './board-rows.ts';
import { unassigned, unscheduled } from './queues.ts';

/** N: the next order at risk. A: give the chosen order to the best candidate. M: the map. Esc: nothing chosen. */
export function useBoardKeys(desk: BoardDesk): void {
  const queries = useQueryClient();
  const now = useRef(desk);
  now.current = desk;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { search, show } = now.current;
      if (event.key === 'n') show({ order: nextAtRisk(now.current) });
      if (event.key === 'm') show({ map: search.map ? undefined : true });
      if (event.key === 'Escape') show({ order: undefined });
      if (event.key === 'a') assignBest(now.current);
    };
    const assignBest = async ({ search, assigning, wishFor }: BoardDesk) => {
      if (!search.order || assigning.busy) return;
      const { candidates } = await queries.fetchQuery(ask(listCandidates, { params: { id: search.order } }));
      const [best] = candidates;
      if (best) await assigning.attempt(wishFor(search.order, best.engineerId));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [queries]);
}

/** Letters typed into a field, or keys of an open dialog, are not the board's. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, [role=combobox]') !== null
  );
}

/** Late visits, then orders nobody has, then those without a window; after the last comes the first. */
function nextAtRisk({ board, search }: BoardDesk): string | undefined {
  const late = board.rows
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.late && !isEnded(block.visit) && block.order ? [block.order.id] : []));
  const waiting = [...unassigned(board.orders, board.date), ...unscheduled(board.orders)].map(({ id }) => id);
  const all = [...late, ...waiting];
  return all[(all.indexOf(search.order ?? '') + 1) % all.length] ?? search.order;
}
