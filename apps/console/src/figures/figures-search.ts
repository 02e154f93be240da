import { anyText, oneOf, searchReader } from '../page/list-search.ts';

/** How many days back people look. */
export const PERIODS = [7, 30, 90] as const;

export const readFiguresSearch = searchReader({ days: oneOf(PERIODS), outlet: anyText, territory: anyText });
export type FiguresSearch = ReturnType<typeof readFiguresSearch>;

export const readFigureSearch = searchReader({
  days: oneOf(PERIODS),
  outlet: anyText,
  territory: anyText,
  only: oneOf(['all', 'missed']),
});
export type FigureSearch = ReturnType<typeof readFigureSearch>;
