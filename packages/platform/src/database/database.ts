import type { Kysely } from 'kysely';
import pg from 'pg';
import type { DatabaseConnection } from './connection.ts';
import { directKysely } from './direct-kysely.ts';
import { PreparedClient } from './prepared-client.ts';
import { valueTypes } from './value-types.ts';

/**
 * What runs in transactions finds its rows by their keys. Its plans are made once, perhaps while the tables are still small,
 * and must not then read them whole when they have grown.
 */
const BY_KEY = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export interface Database {
  readonly connection: DatabaseConnection;
  /**
   * Single statements outside transactions: pipelined, prepared. Its connections are never held while waiting for
   * another one, so a transaction that reads through it on the way cannot wait for itself.
   */
  readonly pool: pg.Pool;
  /** Where transactions run, and nothing else. */
  readonly transactions: pg.Pool;
  /** For the job queue, COPY and cursors, which cannot share a pipelined connection. */
  readonly plainPool: pg.Pool;
  /** Any module's tables for reading outside transactions; a module is handed its own view of it. */
  kysely<Tables>(): Kysely<Tables>;
  close(): Promise<void>;
}

/** Opens the pools. `onIdleError` is told of connections that die while nobody uses them. */
export function openDatabase(
  connection: DatabaseConnection,
  options: { poolSize: number; onIdleError: (error: Error) => void },
): Database {
  const settings = { ...connection, types: valueTypes, options: '-c timezone=UTC', keepAlive: true };
  const pool = new pg.Pool({
    ...settings,
    max: 2 * options.poolSize,
    pipeline: true,
    Client: PreparedClient,
  });
  const transactions = new pg.Pool({
    ...settings,
    options: `${settings.options} ${BY_KEY}`,
    max: options.poolSize,
    pipeline: true,
    Client: PreparedClient,
    onConnect: (client) => (client instanceof PreparedClient ? client.prepareEnds() : undefined),
  });
  const plainPool = new pg.Pool({ ...settings, max: 10 });
  let closing = false;
  for (const each of [pool, transactions, plainPool]) {
    each.on('error', (error) => {
      if (!closing) options.onIdleError(error);
    });
    // a client that fails while it is used reports through its query; without a listener it would end the process
    each.on('connect', (client) => client.on('error', () => undefined));
  }
  const kysely = directKysely((text, values) => pool.query(text, [...values]));
  return {
    connection,
    pool,
    transactions,
    plainPool,
    // one engine for all modules: their table types are views of the same database
    kysely: <Tables>() => kysely as Kysely<Tables>,
    close: async () => {
      closing = true;
      await Promise.all([pool, transactions, plainPool].map((each) => each.end()));
    },
  };
}
