import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { BatchingSocket } from './batching-socket.ts';
import type { DatabaseConnection } from './connection.ts';
import type { PipelinedDatabase } from './pipelined-transaction.ts';
import { PreparedQuery } from './prepared-query.ts';
import { valueTypes } from './value-types.ts';

/** Statement texts prepared per connection; past this many, further texts are sent unnamed. */
const MAX_NAMED_STATEMENTS = 600;

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

/** A statement holding this comment is planned with its parameters each time (lists over skewed data). */
export const PLAN_EACH_TIME = '/* plan each time */';

const statementNames = new Map<string, string | undefined>();

function statementName(text: string): string | undefined {
  if (statementNames.has(text)) return statementNames.get(text);
  if (statementNames.size >= MAX_NAMED_STATEMENTS) return undefined;
  const name = text.includes(PLAN_EACH_TIME) ? undefined : `s${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

const BEGIN = 'begin';
const COMMIT = 'commit';
// never pushed out by other texts
statementName(BEGIN);
statementName(COMMIT);

/** A statement whose text ends so is followed by COMMIT in the same breath; should it fail, nothing is committed. */
export const AND_COMMIT = ' /* and commit */';

/** What a BEGIN answers that has not been sent yet. */
const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] };

/**
 * Gives every parameterised statement a name, so PostgreSQL parses and plans it once per connection. BEGIN runs in
 * the same breath as the statement after it, COMMIT as the one before it when that says so.
 */
class NamingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    const socket = new BatchingSocket();
    super({ ...config, stream: () => socket });
    const send: (query: pg.Submittable) => void = super.query.bind(this);
    const sendPlain: typeof this.query = super.query.bind(this);
    /** BEGIN and COMMIT are prepared here. */
    let isReady = false;
    let beginWaits = false;

    const sendPrepared = (name: string, text: string, values: unknown[]): Promise<pg.QueryResult> =>
      new Promise((resolve, reject) => {
        const before = beginWaits ? statementName(BEGIN) : undefined;
        const after = text.endsWith(AND_COMMIT) ? statementName(COMMIT) : undefined;
        beginWaits = false;
        const prepared = new PreparedQuery(name, text, values, { before, after });
        prepared.callback = (error, result) => (result ? resolve(result) : reject(error));
        send(prepared);
      });

    const sendUnnamed = (text: unknown, rest: unknown[]): unknown => {
      if (beginWaits) sendPlain(BEGIN).catch(() => undefined);
      beginWaits = false;
      const answer = Reflect.apply(sendPlain, this, [text, ...rest]);
      if (typeof text !== 'string' || !text.endsWith(AND_COMMIT)) return answer;
      return Promise.all([answer, sendPlain(COMMIT)]).then(([result]) => result);
    };

    const sendNamed = async (name: string, text: string, values: unknown[]): Promise<unknown> => {
      if (text === BEGIN && isReady) {
        beginWaits = true;
        return BEGUN;
      }
      const result = await sendPrepared(name, text, values);
      isReady ||= text === COMMIT;
      return result;
    };

    const query = (text: unknown, values?: unknown, done?: unknown): unknown => {
      socket.hold();
      const name = typeof text === 'string' && Array.isArray(values) ? statementName(text) : undefined;
      if (name === undefined) return sendUnnamed(text, [values, done]);
      const answer = sendNamed(name, String(text), Array.isArray(values) ? values : []);
      if (typeof done !== 'function') return answer;
      answer.then(
        (result) => done(null, result),
        (error) => done(error),
      );
    };
    // pg's overloads cannot be restated one by one; the shape of the call is passed on unchanged
    this.query = query as typeof this.query;
  }
}

export interface Database {
  readonly connection: DatabaseConnection;
  /**
   * Single statements outside transactions: pipelined, prepared. Its connections are never held while waiting for
   * another one, so a transaction that reads through it on the way cannot wait for itself.
   */
  readonly pool: pg.Pool;
  /** Where transactions run, and nothing else. */
  readonly transactions: PipelinedDatabase;
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
  const pool = new pg.Pool({ ...settings, max: options.poolSize, pipeline: true, Client: NamingClient });
  const transactionPool = new pg.Pool({
    ...settings,
    options: `${settings.options} ${BY_KEY}`,
    max: options.poolSize,
    pipeline: true,
    Client: NamingClient,
  });
  const plainPool = new pg.Pool({ ...settings, max: 10 });
  let closing = false;
  for (const each of [pool, transactionPool, plainPool]) {
    each.on('error', (error) => {
      if (!closing) options.onIdleError(error);
    });
    // a client that fails while it is used reports through its query; without a listener it would end the process
    each.on('connect', (client) => client.on('error', () => undefined));
  }
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const dialect = new PostgresDialect({ pool: transactionPool, onCreateConnection: prepareEnds });
  const transactions = { kysely: new Kysely<unknown>({ dialect }), dialect };
  return {
    connection,
    pool,
    transactions,
    plainPool,
    // one engine for all modules: their table types are views of the same database
    kysely: <Tables>() => kysely as Kysely<Tables>,
    close: async () => {
      closing = true;
      await Promise.all([kysely.destroy(), transactions.kysely.destroy()]);
      await plainPool.end();
    },
  };
}

/** Runs an empty transaction: from then on its two ends are prepared. */
async function prepareEnds(connection: {
  executeQuery: (query: CompiledQuery) => Promise<unknown>;
}): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(BEGIN));
  await connection.executeQuery(CompiledQuery.raw(COMMIT));
}
