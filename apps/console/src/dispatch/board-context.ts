import { createContext, useContext } from 'react';
import type { BoardSearch } from './board-search.ts';
import type { Assigning } from './use-assigning.ts';
import type { Board } from './use-board.ts';
import type { Wish } from './verdict.ts';

/** What every part of the board shares. */
export interface BoardDesk {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly assigning: Assigning;
  /** The order somebody holds with the pointer. */
  readonly held: string | undefined;
  hold(orderId: string | undefined): void;
  /** Changes what the URL says. */
  show(changes: BoardSearch): void;
  wishFor(orderId: string, engineerId: string): Wish;
}

export const BoardDeskContext = createContext<BoardDesk | undefined>(undefined);

export function useBoardDesk(): BoardDesk {
  const desk = useContext(BoardDeskContext);
  if (!desk) throw new Error('this part stands on the dispatch board');
  return desk;
}
