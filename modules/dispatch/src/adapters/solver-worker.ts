import { parentPort } from 'node:worker_threads';
import { type Plan, type Problem, solve } from '@firstfix/solver';

/** One day to plan, in its own thread. */
export interface SolverTask {
  readonly problem: Problem;
  readonly seconds: number;
  readonly seed: number;
}

export type SolverAnswer = { readonly plan: Plan } | { readonly error: string };

parentPort?.on('message', ({ problem, seconds, seed }: SolverTask) => {
  parentPort?.postMessage(answer(problem, seconds, seed));
});

function answer(problem: Problem, seconds: number, seed: number): SolverAnswer {
  try {
    return { plan: solve(problem, { seconds, seed }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
