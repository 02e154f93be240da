import type { Runner, TaskList } from 'graphile-worker';
import { Logger, run, runMigrations, runOnce } from 'graphile-worker';
import { systemActor, type Tx } from '../database/tx.ts';
import type { Reaction, Task } from '../module.ts';
import type { Runtime } from '../runtime.ts';

/** The background half of a server: reactions to events and tasks of timers, each job in one transaction. */
export function taskListOf(
  runtime: Runtime,
  reactions: readonly Reaction[],
  tasks: readonly Task[],
): TaskList {
  const entries: [string, (tx: Tx, payload: never) => Promise<void>][] = [
    ...reactions.map(({ name, react }): [string, typeof react] => [name, react]),
    ...tasks.map(({ name, run: work }): [string, typeof work] => [name, work]),
  ];
  return Object.fromEntries(
    entries.map(([name, work]) => [
      name,
      async (payload: unknown, helpers) => {
        const actor = systemActor(`job-${helpers.job.id}`);
        await runtime.transactor.transact(actor, (tx) => work(tx, payload as never));
      },
    ]),
  );
}

/** Brings the job queue's own tables up to date. */
export async function migrateJobs(runtime: Runtime): Promise<void> {
  await runMigrations({ pgPool: runtime.database.plainPool, logger: quiet(runtime) });
}

export async function startWorkers(
  runtime: Runtime,
  taskList: TaskList,
  concurrency: number,
): Promise<Runner> {
  const runner = await run({
    pgPool: runtime.database.plainPool,
    taskList,
    concurrency,
    pollInterval: 500,
    noHandleSignals: true,
    logger: quiet(runtime),
    preset: {
      worker: {
        localQueue: { size: 100, refetchDelay: { durationMs: 10 } },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
      },
    },
  });
  runner.events.on('job:error', ({ job, error }) => {
    runtime.metrics.jobFailures.inc({ task: job.task_identifier });
    runtime.log.warn(
      { err: error, task: job.task_identifier, attempt: job.attempts },
      'job failed, will be tried again',
    );
  });
  return runner;
}

/** Runs what is due now and returns: for tests and one-shot commands. */
export async function runDueJobs(runtime: Runtime, taskList: TaskList): Promise<void> {
  await runOnce({
    pgPool: runtime.database.plainPool,
    taskList,
    noHandleSignals: true,
    logger: quiet(runtime),
  });
}

/** The queue's own chatter goes to our log, warnings and worse only. */
function quiet(runtime: Runtime): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') runtime.log.error(message);
    else if (level === 'warning') runtime.log.warn(message);
  });
}
