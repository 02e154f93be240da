import { fieldError, refusal } from '@firstfix/contract/refusal';
import { type DomainError, type Id, toDate } from '@firstfix/kernel';

/** Where a page ends: the sort values of its last row, opaque to clients. */
export type CursorValues = readonly (string | number)[];

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a cursor's values are read as. */
interface Readings {
  time: Date;
  id: Id;
  text: string;
  number: number;
}
type Kind = keyof Readings;

/**
 * Where a list goes on: `decodeCursor(cursor, 'time', 'id')` for one ordered by a time and an id. 400 for a text this
 * list never gave.
 */
export function decodeCursor<const K extends readonly Kind[]>(
  cursor: string,
  ...kinds: K
): { -readonly [I in keyof K]: Readings[K[I]] } {
  const values = parse(cursor);
  if (!Array.isArray(values) || values.length !== kinds.length) throw foreignCursor();
  // one reading for each kind, in their order
  return kinds.map((kind, index) => READERS[kind](values[index])) as {
    -readonly [I in keyof K]: Readings[K[I]];
  };
}

const READERS: { readonly [K in Kind]: (value: unknown) => Readings[K] } = {
  time(value) {
    if (typeof value === 'number' && value >= 0 && value <= LATEST) return toDate(value);
    throw foreignCursor();
  },
  id(value) {
    if (typeof value === 'string' && UUID.test(value)) return value;
    throw foreignCursor();
  },
  text(value) {
    if (typeof value === 'string') return value;
    throw foreignCursor();
  },
  number(value) {
    if (typeof value === 'number') return value;
    throw foreignCursor();
  },
};

/** The latest time a `Date` can hold. */
const LATEST = 8.64e15;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function foreignCursor(): DomainError {
  return refusal(400, 'invalid_input', {}, { errors: [fieldError('/cursor', 'cursor')] });
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
