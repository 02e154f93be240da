import { systemActor } from '../database/tx.ts';
import type { Task } from '../module.ts';
import type { Runtime } from '../runtime.ts';
import { type Repeater, repeat } from '../time/repeat.ts';

/** One repeater for each task with a wall-clock period. A task must bear two servers running it at once. */
export function startSchedules(runtime: Runtime, tasks: readonly Task[]): Repeater[] {
  return tasks.flatMap((task) => {
    if (task.everySeconds === undefined) return [];
    return repeat({
      pauseMs: task.everySeconds * 1000,
      step: async () => {
        await runtime.transactor.transact(systemActor(`schedule-${task.name}`), (tx) => task.run(tx, {}));
        return false;
      },
      onError: (error) => runtime.log.error({ err: error, task: task.name }, 'scheduled task failed'),
    });
  });
}
