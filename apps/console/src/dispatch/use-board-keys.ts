import { ask } from '@firstfix/client/api.ts';
import { listCandidates } from '@firstfix/contract/dispatch/endpoints';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BoardDesk } from './board-context.ts';
import { isAtRisk } from './board-rows.ts';
import { FREE_AT } from './free-at.tsx';
import { unassigned, unscheduled } from './queues.ts';

/**
 * N: the next order at risk. A: give the chosen order to the best candidate. F: who is free at a time. M: the map.
 * Esc: nothing chosen. Ctrl+Z: takes the last assignment back.
 */
export function useBoardKeys(desk: BoardDesk): void {
  const queries = useQueryClient();
  const now = useRef(desk);
  now.current = desk;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      if ((event.ctrlKey || event.metaKey) && event.key === 'z') return void now.current.assigning.undo();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { search, show } = now.current;
      if (event.key === 'n') show({ order: nextAtRisk(now.current) });
      if (event.key === 'm') show({ map: search.map ? undefined : true });
      if (event.key === 'Escape') show({ order: undefined });
      if (event.key === 'a') assignBest(now.current);
      if (event.key === 'f') goToFreeAt(event);
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

/** The letter itself is not for the field. */
function goToFreeAt(event: KeyboardEvent): void {
  event.preventDefault();
  document.getElementById(FREE_AT)?.focus();
}

/** Letters typed into a field, or keys of an open dialog, are not the board's. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, dialog, [role=combobox]') !== null
  );
}

/** Visits late or about to be, then orders nobody has, then those without a window; after the last comes the first. */
function nextAtRisk({ board, search }: BoardDesk): string | undefined {
  const late = board.rows
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (isAtRisk(block) && block.order ? [block.order.id] : []));
  const waiting = [...unassigned(board.orders, board.date), ...unscheduled(board.orders)].map(({ id }) => id);
  const all = [...late, ...waiting];
  return all[(all.indexOf(search.order ?? '') + 1) % all.length] ?? search.order;
}
