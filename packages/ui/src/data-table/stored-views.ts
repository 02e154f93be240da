/** A list as somebody wants to see it again: its URL's search under a name of their own. */
export interface StoredView {
  readonly name: string;
  readonly search: string;
}

/** Reads the views stored under a key; anything else that stands there is none. */
export function readViews(stored: string | null): readonly StoredView[] {
  if (stored === null) return [];
  try {
    const given: unknown = JSON.parse(stored);
    return Array.isArray(given) ? given.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(given: unknown): given is StoredView {
  if (typeof given !== 'object' || given === null) return false;
  const { name, search } = given as Partial<Record<keyof StoredView, unknown>>;
  return typeof name === 'string' && typeof search === 'string';
}

/** The views with one more; the same name again means the new one. */
export function withView(views: readonly StoredView[], view: StoredView): StoredView[] {
  return [...withoutView(views, view.name), view];
}

export function withoutView(views: readonly StoredView[], name: string): StoredView[] {
  return views.filter((view) => view.name !== name);
}

/** What a view remembers of a search: all but the page somebody happened to be on. */
export function worthKeeping(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('cursor');
  return params.size === 0 ? '' : `?${params}`;
}
