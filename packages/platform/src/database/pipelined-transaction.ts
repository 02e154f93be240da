import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  type PostgresDialect,
  Transaction,
} from 'kysely';
import { codeOf, IN_FAILED_TRANSACTION } from './sql-state.ts';

/**
 * Runs `work` in one transaction at READ COMMITTED on a pipelined connection. Kysely's own runner lets one
 * statement wait for the one before; here those started together travel together, BEGIN with the first of them.
 * `withCommit` sends what travels with the COMMIT; should it fail, the COMMIT has undone everything.
 */
export function runPipelined<T>(
  { kysely, dialect }: PipelinedDatabase,
  work: (transaction: Transaction<unknown>) => Promise<{ value: T; withCommit: () => Promise<void> }>,
): Promise<T> {
  const executor = kysely.getExecutor();
  return executor.provideConnection(async (connection) => {
    const send = (command: string) =>
      connection.executeQuery<{ command?: string }>(CompiledQuery.raw(command));
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
    send('begin').catch(() => undefined);
    try {
      const { value, withCommit } = await work(transaction);
      const last = withCommit();
      last.catch(() => undefined);
      const { rows } = await send('commit');
      await last;
      // the answer to COMMIT when a failed statement had aborted the transaction
      if (rows[0]?.command === 'ROLLBACK') throw new AbortedTransactionError();
      return value;
    } catch (error) {
      // when the connection is gone the server has rolled back by itself, and the pool drops the client
      await send('rollback').catch(() => undefined);
      // of statements sent together the one that failed says why, those behind it only that one did
      throw codeOf(error) === IN_FAILED_TRANSACTION ? (first ?? error) : error;
    }
  });
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
