import { CompiledQuery, type Insertable, type Updateable } from 'kysely';
import type { Tx } from './tx.ts';

/** A row to add or to change, to be written in one statement with others. */
export interface Write {
  /** `?` stands for each of the values. */
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Writes of a module's own tables. */
export function writesOf<Tables>() {
  return {
    /** Rows with the same columns. */
    adding<Table extends keyof Tables & string>(
      table: Table,
      first: Insertable<Tables[Table]>,
      ...others: readonly Insertable<Tables[Table]>[]
    ): Write {
      const columns = Object.keys(first);
      const rows = [first, ...others].map((row) => Object.values(row));
      const places = rows.map((row) => `(${row.map(() => '?').join(', ')})`);
      return {
        text: `insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`,
        values: rows.flat(1),
      };
    },
    /** The row whose `key` columns are those given. */
    changing<Table extends keyof Tables & string>(
      table: Table,
      key: Updateable<Tables[Table]>,
      row: Updateable<Tables[Table]>,
    ): Write {
      const places = (columns: object, between: string) =>
        Object.keys(columns)
          .map((column) => `${column} = ?`)
          .join(between);
      return {
        text: `update ${table} set ${places(row, ', ')} where ${places(key, ' and ')}`,
        values: [...Object.values(row), ...Object.values(key)],
      };
    },
  };
}

/** The same, but a row that is there already stays. */
export function unlessThere(write: Write): Write {
  return { ...write, text: `${write.text} on conflict do nothing` };
}

/** Writes all of them in one statement; each row may be among them once. */
export async function writeTogether(tx: Tx, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  let place = 0;
  const parts = writes.map(({ text }, index) => {
    const numbered = text.replaceAll('?', () => {
      place += 1;
      return `$${place}`;
    });
    return `w${index} as (${numbered})`;
  });
  const values = writes.flatMap((write) => write.values);
  await tx.tables().executeQuery(CompiledQuery.raw(`with ${parts.join(', ')} select`, values));
}
