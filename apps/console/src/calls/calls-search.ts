import { readTableState, type TableState } from '@firstfix/ui/data-table/columns.ts';

/** The lists of people to call, each with its clock. */
export const CALL_LISTS = ['callBacks', 'followUps', 'complaints'] as const;
export type CallList = (typeof CALL_LISTS)[number];

export interface CallsSearch extends TableState {
  readonly list?: CallList;
}

export function readCallsSearch(search: Record<string, unknown>): CallsSearch {
  const list = CALL_LISTS.find((one) => one === search.list);
  return { ...readTableState(search), ...(list ? { list } : {}) };
}
