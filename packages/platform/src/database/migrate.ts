import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** Held while migrating, so that two servers starting at once take turns. */
const MIGRATION_LOCK = 7_215_001;

/**
 * Applies the SQL files of `folder` not yet applied, in the order of their names, each in its own
 * transaction. Throws when an applied file has changed since, or the database knows files this program doesn't.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await client.query(`create table if not exists public.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`);
    const applied = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.migration',
    );
    return await applyMissing(client, folder, new Map(applied.rows.map((row) => [row.name, row.sha256])));
  } finally {
    await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`).finally(() => client.release());
  }
}

async function applyMissing(
  client: pg.PoolClient,
  folder: string,
  applied: Map<string, string>,
): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const unknown = [...applied.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`The database was migrated by a newer Firstfix (${unknown.join(', ')}): start that one.`);
  }
  const done: string[] = [];
  for (const name of names) {
    const sql = await readFile(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = applied.get(name);
    if (before === sha256) continue;
    if (before !== undefined) throw new Error(`Migration ${name} was changed after it was applied.`);
    await client.query(
      `begin;\n${sql}\n;insert into public.migration (name, sha256) values ('${name}', '${sha256}');commit;`,
    );
    done.push(name);
  }
  return done;
}
