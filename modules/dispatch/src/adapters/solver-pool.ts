import { Worker } from 'node:worker_threads';
import type { Plan } from '@firstfix/solver';
import type { SolverAnswer, SolverTask } from './solver-worker.ts';

/** Plans days one after the other in a thread of its own, so that requests go on being answered. */
export class SolverPool {
  #last: Promise<unknown> = Promise.resolve();

  /** Throws what the solver refused. */
  plan(task: SolverTask): Promise<Plan> {
    const planned = this.#last.then(() => runInThread(task));
    this.#last = planned.catch(() => undefined);
    return planned;
  }
}

function runInThread(task: SolverTask): Promise<Plan> {
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url));
  return new Promise<Plan>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answer: SolverAnswer) => {
      if ('plan' in answer) resolve(answer.plan);
      else reject(new Error(answer.error));
    });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
