import type { CallsSearch } from './calls-search.ts';

/** What each of the lists is given: where it stands in the URL. */
export interface ListProps {
  readonly search: CallsSearch;
  readonly onSearch: (search: CallsSearch) => void;
}

/** Each row asks for its order and its customer. */
export const ROWS_OF_A_PAGE = 20;

/** Somebody else may have called: looked at again this often. */
export const LOOK_AGAIN_MS = 20_000;
