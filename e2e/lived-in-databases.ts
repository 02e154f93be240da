import { type DatabaseConnection, openDatabase } from '@firstfix/platform';

/** Copies of a database that was lived in, each to be spoiled and thrown away. */
export interface LivedIn {
  /** Runs the statements on a fresh copy, then looks. */
  spoiled<T>(sql: string, look: (copy: DatabaseConnection) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

const SOURCE = 'lived_in';

/**
 * Takes the database as it is now. Nobody may be at work in it: open connections are cut. The copies have no
 * constraints, so that they can be spoiled in ways PostgreSQL itself forbids.
 */
export async function takeLivedIn(connection: DatabaseConnection): Promise<LivedIn> {
  const admin = { ...connection, database: 'postgres' };
  const source = { ...connection, database: SOURCE };
  await run(admin, `drop database if exists ${SOURCE} with (force)`);
  await cut(admin, connection.database);
  await run(admin, `create database ${SOURCE} template ${connection.database}`);
  await run(source, WITHOUT_CONSTRAINTS);
  let copies = 0;
  return {
    async spoiled(sql, look) {
      copies += 1;
      const copy = { ...connection, database: `${SOURCE}_${copies}` };
      await run(admin, `create database ${copy.database} template ${SOURCE}`);
      try {
        await run(copy, `set session_replication_role = replica; ${sql}`);
        return await look(copy);
      } finally {
        await run(admin, `drop database ${copy.database} with (force)`);
      }
    },
    drop: () => run(admin, `drop database ${SOURCE} with (force)`),
  };
}

function cut(admin: DatabaseConnection, database: string): Promise<void> {
  return run(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
}

async function run(connection: DatabaseConnection, sql: string): Promise<void> {
  const database = openDatabase(connection, { poolSize: 1, onIdleError: () => undefined });
  try {
    await database.plainPool.query(sql);
  } finally {
    await database.close();
  }
}

/** Checks, foreign keys and unique constraints; primary keys stay. */
const WITHOUT_CONSTRAINTS = `do $$
declare one record;
begin
  for one in select conrelid::regclass as of_table, conname from pg_constraint c
    where contype in ('c', 'f', 'u') and connamespace not in (
      select oid from pg_namespace where nspname like 'pg_%' or nspname in ('information_schema', 'graphile_worker'))
    and conrelid <> 0
  loop
    execute format('alter table %s drop constraint if exists %I cascade', one.of_table, one.conname);
  end loop;
end $$`;
