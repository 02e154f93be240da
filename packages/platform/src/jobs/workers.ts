import { EventEmitter } from 'node:events';
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
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

/** Workers at work. */
export interface Workers {
  /** Under which they take jobs; another one once they had to begin anew. */
  readonly name: string;
  stop(): Promise<void>;
}

/** Before workers that ended by themselves begin anew. */
const RESTART_MS = 1_000;

/**
 * Works on jobs until stopped. The queue ends its workers when the database goes away at the wrong moment; then they
 * begin anew, under another name, until it is back.
 */
export async function startWorkers(
  runtime: Runtime,
  taskList: TaskList,
  concurrency: number,
): Promise<Workers> {
  let stopped = false;
  let ended = false;
  let retry: NodeJS.Timeout | undefined;
  let current = await launch();

  async function launch(): Promise<Launched> {
    const launched = await launchWorkers(runtime, taskList, concurrency);
    launched.runner.promise.then(() => again(), again);
    return launched;
  }

  function again(error?: unknown): void {
    ended = true;
    if (stopped) return;
    runtime.log.warn({ err: error }, 'the workers have ended and begin anew');
    retry = setTimeout(() => {
      launch().then((launched) => {
        current = launched;
        ended = false;
        if (stopped) return launched.runner.stop();
      }, again);
    }, RESTART_MS);
  }

  return {
    get name() {
      return current.name;
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      if (!ended) await current.runner.stop();
    },
  };
}

interface Launched {
  readonly name: string;
  readonly runner: Runner;
}

async function launchWorkers(runtime: Runtime, taskList: TaskList, concurrency: number): Promise<Launched> {
  const events: WorkerEvents = new EventEmitter();
  let name = '';
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id;
  });
  events.on('localQueue:setMode', ({ localQueue, newMode }) => {
    if (newMode !== 'RELEASED') return;
    // nobody else listens when jobs cannot be handed back because the database is gone: their locks run out
    localQueue
      .release()
      .catch((error: unknown) => runtime.log.warn({ err: error }, 'jobs were not handed back'));
  });
  events.on('job:error', ({ job, error }) => {
    runtime.metrics.jobFailures.inc({ task: job.task_identifier });
    runtime.log.warn(
      { err: error, task: job.task_identifier, attempt: job.attempts },
      'job failed, will be tried again',
    );
  });
  const runner = await run({
    events,
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
  return { name, runner };
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
