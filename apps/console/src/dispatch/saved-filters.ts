import { useState } from 'react';
import { QUEUE_FILTERS, type QueueFilter } from './board-search.ts';

const PLACE = 'firstfix.dispatch.filters';

export interface SavedFilter {
  readonly name: string;
  readonly only: readonly QueueFilter[];
}

/** A dispatcher's own filters, kept by the browser they work in. */
export function useSavedFilters() {
  const [saved, setSaved] = useState(readSaved);
  const keep = (next: readonly SavedFilter[]) => {
    localStorage.setItem(PLACE, JSON.stringify(next));
    setSaved(next);
  };
  return {
    saved,
    save: (filter: SavedFilter) => keep([...saved.filter(({ name }) => name !== filter.name), filter]),
    forget: (name: string) => keep(saved.filter((one) => one.name !== name)),
  };
}

export function isSame(one: readonly QueueFilter[], other: readonly QueueFilter[]): boolean {
  return one.length === other.length && one.every((filter) => other.includes(filter));
}

/** What the browser kept may be of another version, or nobody's. */
function readSaved(): readonly SavedFilter[] {
  const kept: unknown = parsed(localStorage.getItem(PLACE));
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { name, only }: { name?: unknown; only?: unknown } = one;
    if (typeof name !== 'string' || !Array.isArray(only)) return [];
    return [{ name, only: QUEUE_FILTERS.filter((filter) => only.includes(filter)) }];
  });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return undefined;
  }
}
