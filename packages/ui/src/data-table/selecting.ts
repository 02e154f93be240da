import type { TableSelection } from './table-props.ts';

/** The keys after one was chosen or let go. */
export function toggled(chosen: readonly string[], key: string): string[] {
  return chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
}

/** Chooses all rows of a page, or lets them go when all were; rows of other pages stay as they were. */
export function toggledPage(chosen: readonly string[], page: readonly string[]): string[] {
  const others = chosen.filter((key) => !page.includes(key));
  return isWholePage(chosen, page) ? others : [...others, ...page];
}

export function isWholePage(chosen: readonly string[], page: readonly string[]): boolean {
  return page.length > 0 && page.every((key) => chosen.includes(key));
}

/** Chooses or lets go one row. */
export function toggleRow(selection: TableSelection, key: string): void {
  selection.onChosen(toggled(selection.chosen, key));
}
