import { NEVER } from './flat.ts';
import type { Id, Job, Problem, Technician, Window } from './problem.ts';

const FARTHEST = NEVER / 4;

/**
 * Refuses a problem that means nothing.
 * @throws with the offending value in the message
 */
export function assertProblem(problem: Problem): void {
  const technicians = uniqueIds('technician', problem.technicians);
  const jobs = uniqueIds('job', problem.jobs);
  for (const technician of problem.technicians) assertTechnician(technician);
  for (const job of problem.jobs) assertJob(job, (id) => technicians.has(id));
  assertFrozen(problem, jobs);
}

/** @throws when the job, or whom it is pinned to, means nothing */
export function assertJob(job: Job, isKnown: (technician: Id) => boolean): void {
  const name = `job ${job.id}`;
  assert(isDuration(job.serviceSeconds), `${name} takes ${job.serviceSeconds} s`);
  assert(Number.isInteger(job.priority) && job.priority >= 0, `${name} has priority ${job.priority}`);
  assert(job.windows.length > 0, `${name} has no window`);
  for (const window of job.windows) assertWindow(window, name);
  const pin = job.pinned;
  if (pin) assert(isKnown(pin.technician), `${name} is pinned to unknown ${pin.technician}`);
}

function assertTechnician(technician: Technician): void {
  const name = `technician ${technician.id}`;
  assertWindow(technician.shift, name);
  for (const pause of technician.breaks ?? []) {
    assertWindow(pause.window, name);
    assert(isDuration(pause.durationSeconds), `${name} has a break of ${pause.durationSeconds} s`);
  }
}

function assertFrozen(problem: Problem, jobs: ReadonlySet<Id>): void {
  const holder = new Map<Id, Id>();
  for (const technician of problem.technicians) {
    for (const job of technician.frozen ?? []) {
      assert(jobs.has(job), `unknown job ${job} is frozen on technician ${technician.id}`);
      assert(!holder.has(job), `job ${job} is frozen twice`);
      holder.set(job, technician.id);
    }
  }
  for (const job of problem.jobs) {
    const frozenOn = holder.get(job.id) ?? job.pinned?.technician;
    assert(
      !job.pinned || job.pinned.technician === frozenOn,
      `job ${job.id} is pinned to one and frozen on another`,
    );
  }
}

function assertWindow([from, to]: Window, name: string): void {
  assert(
    from <= to && Math.abs(from) < FARTHEST && Math.abs(to) < FARTHEST,
    `${name} has window ${from}..${to}`,
  );
}

/** Whole seconds, so that every time of a plan is exact. */
function isDuration(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= 0 && seconds < FARTHEST;
}

function uniqueIds(kind: string, things: readonly { readonly id: Id }[]): Set<Id> {
  const ids = new Set<Id>();
  for (const { id } of things) {
    assert(!ids.has(id), `two ${kind}s are called ${id}`);
    ids.add(id);
  }
  return ids;
}

function assert(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}
