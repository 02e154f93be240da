import { decodeCursor } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** How a list is sorted: by one column, then by id; both the same way. */
export interface Sorting {
  readonly column: string;
  readonly id: string;
  readonly descending?: boolean;
}

/** The rows after the cursor's. */
export function after({ column, id, descending }: Sorting, cursor: string): RawBuilder<SqlBool> {
  const [value, lastId] = decodeCursor(cursor, 2);
  const operator = sql.raw(descending ? '<' : '>');
  return sql<SqlBool>`(${sql.ref(column)}, ${sql.ref(id)}) ${operator} (${value}, ${lastId})`;
}

export function directionOf({ descending }: Sorting): 'asc' | 'desc' {
  return descending ? 'desc' : 'asc';
}
