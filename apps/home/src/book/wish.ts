import type { WantedItem } from '@firstfix/contract/requests/schemas';

/** What somebody wants done, gathered step by step. */
export interface Wish {
  readonly workType: string;
  readonly category: string | undefined;
  readonly applianceId: string | undefined;
  /** Tapped symptoms, by their names. */
  readonly symptoms: readonly string[];
  readonly words: string;
  readonly urgent: boolean;
}

export const NO_WISH: Wish = {
  workType: 'repair',
  category: undefined,
  applianceId: undefined,
  symptoms: [],
  words: '',
  urgent: false,
};

export function itemOf({ workType, category, applianceId }: Wish): WantedItem {
  return { workType, ...(applianceId ? { applianceId } : {}), ...(category ? { category } : {}) };
}

/** The customer's words with what was tapped before them. */
export function wordsOf({ symptoms, words }: Wish): string {
  return [...symptoms, words.trim()].filter((part) => part !== '').join('，');
}
