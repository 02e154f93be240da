import type { DoctorCheck, DoctorLook } from '../module.ts';

interface TextColumn {
  table_schema: string;
  table_name: string;
  column_name: string;
}

/** A mobile number standing by itself: eleven digits that no other digit touches. */
const MOBILE_NUMBER = '(^|[^0-9a-f])1[3-9][0-9]{9}([^0-9a-f]|$)';

/** Columns whose values are digits by nature. */
const NOT_PHONES = ['serial_number', 'hash'];

/** Personal data lives in `customers` alone: no other schema holds a text that reads as a phone number. */
export const personalDataCheck: DoctorCheck = {
  name: 'personal data',
  promise: 'no phone number stands outside the schema of customers',
  find: async (look) => {
    const columns = await look.rows<TextColumn>(
      `select c.table_schema, c.table_name, c.column_name
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where t.table_type = 'BASE TABLE' and c.table_schema not in ('customers', 'pg_catalog', 'information_schema', 'public')
         and c.table_schema not like 'pg_%' and c.column_name <> all($1)
         and c.data_type in ('text', 'jsonb', 'json', 'character varying')`,
      [NOT_PHONES],
    );
    const found: string[] = [];
    for (const column of columns) found.push(...(await phonesIn(look, column)));
    return found;
  },
};

async function phonesIn(
  look: DoctorLook,
  { table_schema, table_name, column_name }: TextColumn,
): Promise<string[]> {
  const rows = await look.rows<{ n: number }>(
    `select count(*)::int as n from "${table_schema}"."${table_name}" where "${column_name}"::text ~ $1`,
    [MOBILE_NUMBER],
  );
  const n = rows[0]?.n ?? 0;
  return n === 0 ? [] : [`${n} rows of ${table_schema}.${table_name} hold a phone number in ${column_name}`];
}
