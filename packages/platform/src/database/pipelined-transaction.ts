import { AbortedTransactionError, type CompiledQuery, type Transaction } from 'kysely';
import type pg from 'pg';
import { directTransaction } from './direct-kysely.ts';
import { PreparedClient } from './prepared-client.ts';
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
export async function runPipelined<T>(
  pool: pg.Pool,
  work: (transaction: Transaction<unknown>) => Promise<Ending<T>>,
): Promise<T> {
  const client = await pool.connect();
  try {
    if (!(client instanceof PreparedClient)) throw new Error('transactions need a pool of prepared clients');
    return await runOn(client, work);
  } finally {
    client.release();
  }
}

async function runOn<T>(
  client: PreparedClient,
  work: (transaction: Transaction<unknown>) => Promise<Ending<T>>,
): Promise<T> {
  let first: unknown;
  const transaction = directTransaction(async (text, values) => {
    try {
      return await client.run(text, values);
    } catch (error) {
      first ??= error;
      throw error;
    }
  });
  // a failing BEGIN means a lost connection: the statement after it reports that
  client.run(BEGIN, []).catch(() => undefined);
  try {
    const { value, before, last } = await work(transaction);
    const { command } = await endOf(client.run(last?.sql ?? COMMIT, last?.parameters ?? []), before);
    // the answer to COMMIT when a failed statement had aborted the transaction
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
    return value;
  } catch (error) {
    // when the connection is gone the server has rolled back by itself, and the pool drops the client
    await client.run(ROLLBACK, []).catch(() => undefined);
    // of statements sent together the one that failed says why, those behind it only that one did
    throw codeOf(error) === IN_FAILED_TRANSACTION ? (first ?? error) : error;
  }
}

const BEGIN = 'begin';
const COMMIT = 'commit';
const ROLLBACK = 'rollback';

/** Waits for everything. Of several failures the one that says why is thrown. */
async function endOf<T>(commit: Promise<T>, before: readonly Promise<unknown>[]): Promise<T> {
  const settled = await Promise.allSettled([...before, commit]);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length > 0)
    throw failures.find((error) => codeOf(error) !== IN_FAILED_TRANSACTION) ?? failures[0];
  return commit;
}
