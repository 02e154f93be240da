import type { TaskList } from 'graphile-worker';
import { systemActor, type Tx } from '../database/tx.ts';
import type { Reaction, Task } from '../module.ts';
import type { Runtime } from '../runtime.ts';
import { roundsOf } from './batches.ts';

/** How one payload of a job is worked off. */
interface Work {
  readonly name: string;
  readonly about: ((payload: unknown) => string) | undefined;
  readonly run: (tx: Tx, payload: unknown) => Promise<void>;
}

/**
 * The background half of a server: reactions to events and tasks of timers. A job carries several payloads; those
 * about different things share a transaction, and when it fails each gets one of its own, so that one bad payload
 * keeps nobody else. Only what failed is tried again.
 */
export function taskListOf(
  runtime: Runtime,
  reactions: readonly Reaction[],
  tasks: readonly Task[],
): TaskList {
  const works: Work[] = [
    ...reactions.map(({ name, about, react }) => ({ name, about, run: react })),
    // the timer table holds only the payloads their own tasks have set
    ...tasks.map(({ name, about, run }) => ({ name, about, run }) as Work),
  ];
  return Object.fromEntries(
    works.map((work) => [
      work.name,
      async (payload: unknown, { job }) => {
        const actor = systemActor(`job-${job.id}`);
        const transact = (round: readonly unknown[]) =>
          runtime.transactor.transact(actor, (tx) => runTogether(tx, work, round));
        if (!Array.isArray(payload)) return transact([payload]);
        const failures = new Map<unknown, unknown>();
        for (const round of roundsOf<unknown>(payload, work.about)) await runRound(round, transact, failures);
        return payload.map((one) => (failures.has(one) ? refused(failures.get(one)) : Promise.resolve()));
      },
    ]),
  );
}

async function runRound(
  round: readonly unknown[],
  transact: (round: readonly unknown[]) => Promise<void>,
  failures: Map<unknown, unknown>,
): Promise<void> {
  try {
    await transact(round);
  } catch (error) {
    const [only] = round;
    if (round.length === 1) failures.set(only, error);
    else for (const one of round) await runRound([one], transact, failures);
  }
}

/** Side by side on one connection. All must have come to rest before the transaction may end. */
async function runTogether(tx: Tx, work: Work, round: readonly unknown[]): Promise<void> {
  const results = await Promise.allSettled(round.map((payload) => work.run(tx, payload)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** A refusal nobody has looked at yet must not count as unhandled. */
function refused(error: unknown): Promise<never> {
  const refusal = Promise.reject(error);
  refusal.catch(() => undefined);
  return refusal;
}
