/** One page as a list answers it. */
export interface ListPage<Row> {
  readonly items: readonly Row[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** Asks for the page at a cursor; the first without. */
export type PageAt<Row> = (cursor: string | undefined) => Promise<ListPage<Row>>;

/** Every row of a list, page after page; `onRows` hears how many there are so far, `signal` ends it with its reason. */
export async function walkPages<Row>(
  pageAt: PageAt<Row>,
  onRows: (count: number) => void,
  signal: AbortSignal,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAt(cursor);
    signal.throwIfAborted();
    rows.push(...page.items);
    onRows(rows.length);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
