import { decodeCursor } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** How a list is sorted: by one column, then by id; both the same way. */
export interface Sorting {
  readonly column: string;
  readonly holds: 'text' | 'number';
  readonly id: string;
  readonly descending?: boolean;
}

/** The rows after the cursor's. */
export function after({ column, holds, id, descending }: Sorting, cursor: string): RawBuilder<SqlBool> {
  const [last, lastId] = decodeCursor(cursor, holds, 'id');
  const operator = sql.raw(descending ? '<' : '>');
  return sql<SqlBool>`(${sql.ref(column)}, ${sql.ref(id)}) ${operator} (${last}, ${lastId})`;
}

export function directionOf({ descending }: Sorting): 'asc' | 'desc' {
  return descending ? 'desc' : 'asc';
}
