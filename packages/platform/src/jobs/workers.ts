import { EventEmitter } from 'node:events';
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
import { Logger, run, runMigrations, runOnce } from 'graphile-worker';
import type { Runtime } from '../runtime.ts';

/** Brings the job queue's own tables up to date. */
export async function migrateJobs(runtime: Runtime): Promise<void> {
  await runMigrations({ pgPool: runtime.database.plainPool, logger: quiet(runtime) });
}

/** Workers at work. */
export interface Workers {
  /** Under which they take jobs; another one after each beginning. */
  readonly name: string;
  /** The database was away: what it left of the workers is given up and others begin. */
  renew(): void;
  stop(): Promise<void>;
}

/** Works on jobs until stopped. */
export async function startWorkers(
  runtime: Runtime,
  taskList: TaskList,
  concurrency: number,
): Promise<Workers> {
  let current = await launchWorkers(runtime, taskList, concurrency);
  let renewing: Promise<void> = Promise.resolve();
  const giveUp = (error: unknown) => runtime.log.warn({ err: error }, 'workers ended out of order');
  current.runner.promise.catch(giveUp);

  async function beginAnew(): Promise<void> {
    // not waited for: without its database it may never end
    current.runner.kill().catch(giveUp);
    current = await launchWorkers(runtime, taskList, concurrency);
    current.runner.promise.catch(giveUp);
  }

  return {
    get name() {
      return current.name;
    },
    renew() {
      renewing = renewing.then(beginAnew).catch(giveUp);
    },
    async stop() {
      await renewing;
      await current.runner.stop();
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
  events.on('job:error', ({ job, error, batchJobErrors = [error] }) => {
    const { task_identifier: task, attempts: attempt } = job;
    runtime.metrics.jobFailures.inc({ task }, batchJobErrors.length);
    for (const err of batchJobErrors) {
      runtime.log.warn({ err, task, attempt }, 'job failed, will be tried again');
    }
  });
  const runner = await run({
    events,
    pgPool: runtime.database.plainPool,
    taskList,
    concurrency,
    pollInterval: 500,
    noHandleSignals: true,
    logger: quiet(runtime),
    // no local queue: when the database goes away while it hands jobs back, it takes the process along (0.18.0)
    preset: { worker: { completeJobBatchDelay: 5, failJobBatchDelay: 5 } },
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
