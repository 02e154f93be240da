import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  type PostgresDialect,
  Transaction,
} from 'kysely';
import { codeOf, IN_FAILED_TRANSACTION } from './sql-state.ts';

/** What is left to do when the work of a transaction is done. */
export interface Ending<T> {
  readonly value: T;
  /** Started by the work, and awaited with the COMMIT. */
  readonly before: readonly Promise<unknown>[];
  /** Travels in the same breath as the COMMIT; its text says so. */
  readonly last: CompiledQuery | undefined;
}

/**
 * Runs `work` in one transaction at READ COMMITTED on a pipelined connection. Kysely's own runner lets one
 * statement wait for the one before; here those started together travel together, BEGIN with the first of them
 * and COMMIT with the last.
 */
export function runPipelined<T>(
  { kysely, dialect }: PipelinedDatabase,
  work: (transaction: Transaction<unknown>) => Promise<Ending<T>>,
): Promise<T> {
  const executor = kysely.getExecutor();
  return executor.provideConnection(async (connection) => {
    const send = (query: CompiledQuery) => connection.executeQuery<{ command?: string }>(query);
    let first: unknown;
    const watched = watchErrors(connection, (error) => {
      first ??= error;
    });
    const transaction = new Transaction<unknown>({
      config: { dialect },
      dialect,
      driver: dialect.createDriver(),
      executor: executor.withConnectionProvider({ provideConnection: (consume) => consume(watched) }),
    });
    // a failing BEGIN means a lost connection: the statement after it reports that
    send(BEGIN).catch(() => undefined);
    try {
      const { value, before, last = COMMIT } = await work(transaction);
      const { rows } = await endOf(send(last), before);
      // the answer to COMMIT when a failed statement had aborted the transaction
      if (rows[0]?.command === 'ROLLBACK') throw new AbortedTransactionError();
      return value;
    } catch (error) {
      // when the connection is gone the server has rolled back by itself, and the pool drops the client
      await send(ROLLBACK).catch(() => undefined);
      // of statements sent together the one that failed says why, those behind it only that one did
      throw codeOf(error) === IN_FAILED_TRANSACTION ? (first ?? error) : error;
    }
  });
}

const BEGIN = CompiledQuery.raw('begin');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

/** Waits for everything. Of several failures the one that says why is thrown. */
async function endOf<T>(commit: Promise<T>, before: readonly Promise<unknown>[]): Promise<T> {
  const settled = await Promise.allSettled([...before, commit]);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length > 0)
    throw failures.find((error) => codeOf(error) !== IN_FAILED_TRANSACTION) ?? failures[0];
  return commit;
}

function watchErrors(connection: DatabaseConnection, tell: (error: unknown) => void): DatabaseConnection {
  const watched: DatabaseConnection = Object.create(connection);
  watched.executeQuery = (query, options) => {
    const answer = connection.executeQuery<never>(query, options);
    answer.catch(tell);
    return answer;
  };
  return watched;
}

/** Kysely over the pool of transactions. */
export interface PipelinedDatabase {
  readonly kysely: Kysely<unknown>;
  readonly dialect: PostgresDialect;
}
