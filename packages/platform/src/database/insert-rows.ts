import { sql } from 'kysely';
import type { Tx } from './tx.ts';

/** Rows of one message to the database. */
const ROWS_AT_ONCE = 2_000;

/**
 * Writes many rows of one table fast: whole messages of JSON, which PostgreSQL reads by the table's own types. Columns are those
 * of the first row; the others get their defaults. Bytes may be given as `Buffer`, times as `Date`.
 */
export async function insertRows(
  tx: Tx,
  table: `${string}.${string}`,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  const messages = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, index) =>
    JSON.stringify(rows.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE).map(withTexts)),
  );
  await Promise.all(
    messages.map((message) =>
      sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${message}::jsonb)`.execute(
        tx.tables(),
      ),
    ),
  );
}

/** Bytes as PostgreSQL reads them from a text. */
function withTexts(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const bytes = Object.entries(row).filter(([, value]) => Buffer.isBuffer(value));
  if (bytes.length === 0) return row;
  const texts = bytes.map(([name, value]) => [name, `\\x${(value as Buffer).toString('hex')}`]);
  return { ...row, ...Object.fromEntries(texts) };
}
