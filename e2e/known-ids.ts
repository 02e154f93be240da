import type { TestApp } from '@firstfix/testkit';
import type { KnownIds } from './valid-values.ts';

interface Column {
  table_schema: string;
  table_name: string;
  column_name: string;
  data_type: string;
}

const ENOUGH = 12;

/** Ids and codes that stand in the database, by the name the contract has for such a field. */
export async function knownIds(app: TestApp): Promise<KnownIds> {
  const columns = await app.rows<Column>(
    `select c.table_schema, c.table_name, c.column_name, c.data_type
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.table_schema not in ('public', 'graphile_worker', 'information_schema')
       and c.table_schema not like 'pg_%'
       and (c.data_type = 'uuid' or c.data_type = 'text' and c.column_name ~ '(code|category|work_type|kind|hash|serial_number)$')`,
  );
  const known = new Map<string, string[]>();
  for (const column of columns) {
    const name = fieldOf(column);
    known.set(name, [...new Set([...(known.get(name) ?? []), ...(await valuesOf(app, column))])]);
  }
  return known;
}

async function valuesOf(app: TestApp, { table_schema, table_name, column_name }: Column): Promise<string[]> {
  const rows = await app.rows<{ value: string }>(
    `select "${column_name}"::text as value from "${table_schema}"."${table_name}"
     where "${column_name}" is not null group by 1 order by max(ctid) desc limit ${ENOUGH}`,
  );
  return rows.map(({ value }) => value);
}

/** `orders.work_order.id` is what others call `workOrderId`. */
function fieldOf({ table_name, column_name, data_type }: Column): string {
  const words = column_name === 'id' ? `${table_name}_id` : column_name;
  const name = words.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return data_type === 'uuid' ? name : `code:${name}`;
}
