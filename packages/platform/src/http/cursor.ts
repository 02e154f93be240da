import { DomainError } from '@firstfix/kernel';

/** Where a page ends: the sort values of its last row, opaque to clients. */
export type CursorValues = readonly (string | number | null)[];

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor of `length` values. 400 for a text this API never gave. */
export function decodeCursor(cursor: string, length: number): CursorValues {
  const values = parse(cursor);
  const fits = (value: unknown) => value === null || ['string', 'number'].includes(typeof value);
  if (!Array.isArray(values) || values.length !== length || !values.every(fits)) {
    throw new DomainError(
      400,
      'invalid_input',
      'The cursor is not one of this list: start from the first page.',
      {
        errors: [{ pointer: '/cursor', code: 'cursor', message: 'is not a cursor of this list' }],
      },
    );
  }
  return values;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Cuts the one row too many that a list fetched to know whether there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  cursorOf: (row: Row) => CursorValues,
): { items: Item[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(present),
    next: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
