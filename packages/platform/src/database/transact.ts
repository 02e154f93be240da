import type { Clock } from '@firstfix/kernel';
import type pg from 'pg';
import { gatheredBy } from './flush.ts';
import type { NumberBlocks } from './number-blocks.ts';
import { runPipelined } from './pipelined-transaction.ts';
import { codeOf } from './sql-state.ts';
import { type Actor, Tx } from './tx.ts';

export interface Transactor {
  /**
   * Runs `work` in one transaction at READ COMMITTED and commits what it gathered with it: all or nothing.
   * Deadlocks and serialisation failures are retried, so `work` must have no effect outside the database.
   */
  transact<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
}

const RETRIED_CODES = new Set(['40001', '40P01']);
const MAX_TRIES = 4;

/** `afterCommit` is poked when events were written, so that the pump need not wait for its next look. */
export function createTransactor(
  pool: pg.Pool,
  numbers: NumberBlocks,
  clock: Clock,
  afterCommit: () => void,
): Transactor {
  async function once<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    let finished: Tx | undefined;
    const result = await runPipelined(pool, async (transaction) => {
      const tx = new Tx(transaction, numbers, actor, clock.now());
      const value = await work(tx);
      await tx.mustBeSound();
      finished = tx;
      return { value, last: gatheredBy(tx), before: tx.leftForLater };
    });
    finished?.runAfterCommit();
    if (finished && finished.pending.events.length > 0) afterCommit();
    return result;
  }

  return {
    async transact(actor, work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(actor, work);
        } catch (error) {
          if (tries >= MAX_TRIES || !RETRIED_CODES.has(codeOf(error))) throw error;
        }
      }
    },
  };
}
