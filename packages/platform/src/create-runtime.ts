import { join } from 'node:path';
import { DEFAULT_ZONE, instantAt } from '@firstfix/kernel/zone';
import type pg from 'pg';
import { pino } from 'pino';
import type { Config } from './config/config.ts';
import type { DatabaseConnection } from './database/connection.ts';
import { type Database, openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { NumberBlocks } from './database/number-blocks.ts';
import { codeOf } from './database/sql-state.ts';
import { createTransactor } from './database/transact.ts';
import { createMetrics } from './http/metrics.ts';
import { createFileMediaStore } from './media/media-store.ts';
import { PolicyStore } from './policy/policy-store.ts';
import type { Runtime } from './runtime.ts';
import { BusinessClock } from './time/business-clock.ts';

export interface RuntimeOptions {
  readonly config: Config;
  readonly connection: DatabaseConnection;
  /** Without it the database is taken as it is. */
  readonly migrationsFolder?: string;
  readonly dataDir: string;
  /** Speed of business time in a fresh demo. */
  readonly clockFactor: number;
  /** Called after each commit that wrote events. */
  readonly afterCommit: () => void;
}

/** Opens the database, brings it up to date and puts together what modules stand on. */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { config, connection } = options;
  const log = pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  });
  const database = openDatabase(connection, {
    poolSize: config.poolSize,
    onIdleError: (error) => log.warn({ err: error }, 'an idle database connection was lost'),
  });
  try {
    await refuseOtherVersions(database.plainPool);
    if (options.migrationsFolder !== undefined) await migrate(database.plainPool, options.migrationsFolder);
    await warmUp(database, config.poolSize);
    const clock = await BusinessClock.open(database.pool, {
      production: config.production,
      factor: options.clockFactor,
    });
    return {
      config,
      database,
      clock,
      transactor: createTransactor(
        database.transactions,
        new NumberBlocks(database.pool),
        clock,
        options.afterCommit,
      ),
      policies: new PolicyStore(database.plainPool),
      media: createFileMediaStore(join(options.dataDir, 'media')),
      metrics: createMetrics(),
      log,
      dataDir: options.dataDir,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens connections and loads the time zone's rules before the first request needs them. */
async function warmUp({ pool, transactions }: Database, poolSize: number): Promise<void> {
  instantAt('2026-01-01', 0, DEFAULT_ZONE);
  const each = Array.from({ length: Math.ceil(poolSize / 2) });
  await Promise.all(each.flatMap(() => [pool.query('select 1'), transactions.query('select 1')]));
}

/** What a person needs of an error; a database error carries its whole connection along. */
function describeError(error: Error) {
  return { type: error.name, message: error.message, code: codeOf(error) || undefined, stack: error.stack };
}

async function refuseOtherVersions(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000);
  if (major !== 18)
    throw new Error(`Firstfix needs PostgreSQL 18; this database server is version ${major}.`);
}
