import type pg from 'pg';

/** Our schemas as SQL, from the catalogue: for reading diffs, not for loading. */
export async function printSchema(pool: pg.Pool): Promise<string> {
  const parts: string[] = [
    '-- What the migrations make, printed from pg_catalog. Generated: npm run generate.',
  ];
  for (const sql of [TABLES, INDEXES, FUNCTIONS, TRIGGERS]) {
    const { rows } = await pool.query<{ line: string }>(sql);
    parts.push(rows.map(({ line }) => line).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast', 'graphile_worker')
  and n.nspname not like 'pg_%'`;

const TABLES = `select format(E'create table %I.%I (\n%s%s\n);', n.nspname, c.relname,
    (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        case when a.attidentity <> '' then ' generated always as identity'
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end), E',\n' order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
    (select string_agg(format(E',\n  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname)
      from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n')) as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS}
  order by n.nspname, c.relname`;

const INDEXES = `select i.indexdef || ';' as line from pg_indexes i join pg_namespace n on n.nspname = i.schemaname
  where ${OURS} and not exists (select from pg_constraint k where k.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass)
  order by i.schemaname, i.tablename, i.indexname`;

const FUNCTIONS = `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS} order by n.nspname, p.proname`;

const TRIGGERS = `select pg_get_triggerdef(t.oid) || ';' as line
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and ${OURS} order by n.nspname, c.relname, t.tgname`;
