import { sealAudit } from './audit/sealer.ts';
import { EVENTS_AT_ONCE, pumpOutbox } from './events/outbox-pump.ts';
import { FORGET_OLD_ANSWERS } from './http/idempotency.ts';
import { releaseJobs } from './jobs/release-jobs.ts';
import { startSchedules } from './jobs/schedules.ts';
import { taskListOf } from './jobs/task-list.ts';
import { migrateJobs, runDueJobs, startWorkers, type Workers } from './jobs/workers.ts';
import type { ModuleParts, Task } from './module.ts';
import type { Runtime } from './runtime.ts';
import { type Repeater, repeat } from './time/repeat.ts';
import { lookAtClock, SLA_CLOCK_TASK } from './time/sla-clocks.ts';
import { pumpTimers, TIMERS_AT_ONCE } from './time/timer-pump.ts';

const PUMP_PAUSE_MS = 100;
const SEAL_PAUSE_MS = 1000;
const RELEASE_PAUSE_MS = 2_000;
const FORGET_PAUSE_MS = 600_000;
const WORKERS = 4;

/** What goes on behind the requests: pumps, jobs, sealer, heartbeat. */
export interface Background {
  /** Brings the job queue's tables up to date; part of `start`. */
  prepare(): Promise<void>;
  start(): Promise<void>;
  /** Looks for new events at once. */
  poke(): void;
  /** The database was away for a moment. */
  renewWorkers(): void;
  stop(): Promise<void>;
  /** Hands on and runs everything due now, until nothing is left. For tests and one-shot commands. */
  settle(): Promise<void>;
}

const slaClockTask: Task = {
  name: SLA_CLOCK_TASK,
  about: ({ subjectId, kind }) => `${kind}:${subjectId}`,
  run: (tx, { subjectId, kind }) => lookAtClock(tx, String(subjectId), String(kind)),
};

export function createBackground(runtime: Runtime, modules: readonly ModuleParts[]): Background {
  const reactions = modules.flatMap((module) => module.reactions);
  const tasks = [slaClockTask, ...modules.flatMap((module) => module.tasks)];
  const taskList = taskListOf(runtime, reactions, tasks);
  const subscribers = Map.groupBy(reactions, ({ event }) => event.name);
  const names = new Map([...subscribers].map(([event, list]) => [event, list.map(({ name }) => name)]));
  const { plainPool, pool } = runtime.database;
  const running: Repeater[] = [];
  let outbox: Repeater | undefined;
  let workers: Workers | undefined;

  async function pumpEvents(): Promise<number> {
    const taken = await pumpOutbox(plainPool, names);
    runtime.metrics.events.inc(taken);
    return taken;
  }

  async function pumpDue(): Promise<number> {
    const taken = await pumpTimers(pool, runtime.clock.now());
    runtime.metrics.timers.inc(taken);
    return taken;
  }

  function keepDoing(what: string, pauseMs: number, step: () => Promise<boolean>): Repeater {
    const onError = (error: unknown) => runtime.log.error({ err: error }, `${what} failed`);
    const repeater = repeat({ pauseMs, step, onError });
    running.push(repeater);
    return repeater;
  }

  return {
    prepare: () => migrateJobs(runtime),
    async start() {
      await migrateJobs(runtime);
      const started = await startWorkers(runtime, taskList, WORKERS);
      workers = started;
      keepDoing('releasing jobs of the dead', RELEASE_PAUSE_MS, () => releaseJobs(pool, started.name));
      outbox = keepDoing('outbox pump', PUMP_PAUSE_MS, async () => (await pumpEvents()) === EVENTS_AT_ONCE);
      keepDoing('timer pump', PUMP_PAUSE_MS, async () => (await pumpDue()) === TIMERS_AT_ONCE);
      keepDoing('sealer', SEAL_PAUSE_MS, () => sealAudit(pool));
      keepDoing('heartbeat', SEAL_PAUSE_MS, () => runtime.clock.beat().then(() => false));
      keepDoing('forgetting old answers', FORGET_PAUSE_MS, () =>
        pool.query(FORGET_OLD_ANSWERS).then(() => false),
      );
      running.push(...startSchedules(runtime, tasks));
    },
    poke: () => outbox?.poke(),
    renewWorkers: () => workers?.renew(),
    async stop() {
      await Promise.all(running.map((repeater) => repeater.stop()));
      await workers?.stop();
    },
    async settle() {
      for (let quiet = false; !quiet; ) {
        const events = await pumpEvents();
        const due = await pumpDue();
        await runDueJobs(runtime, taskList);
        quiet = events + due === 0 && !(await hasWork(runtime, Object.keys(taskList)));
      }
    },
  };
}

/** Jobs of tasks nobody here knows wait for a server that does. */
async function hasWork(runtime: Runtime, tasks: readonly string[]): Promise<boolean> {
  const { rows } = await runtime.database.pool.query<{ work: boolean }>(
    `select exists (select from platform.outbox)
       or exists (select from graphile_worker.jobs
         where run_at <= now() and attempts < max_attempts and task_identifier = any($1)) as work`,
    [tasks],
  );
  return rows[0]?.work ?? false;
}
