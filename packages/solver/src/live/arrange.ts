import { compile } from '../compile.ts';
import type { Stop } from '../plan.ts';
import type { Id, Job, Problem } from '../problem.ts';
import { Routes } from '../schedule/routes.ts';
import { appendVisits } from './day.ts';
import { readStops } from './read-out.ts';

/**
 * The earliest timetable of one technician making these visits in this order. When rules make that impossible the
 * visits are still timed, one after the other, and `check` says what breaks: a person may insist.
 * @throws when the technician or a job is not in the problem
 */
export function arrange(problem: Problem, technicianId: Id, jobIds: readonly Id[]): Stop[] {
  const technician = problem.technicians.find(({ id }) => id === technicianId);
  if (!technician) throw new Error(`no technician ${technicianId} in the problem`);
  const frozen = technician.frozen?.filter((id) => jobIds.includes(id));
  const jobs = pickJobs(problem, jobIds).map((job) => pinnedTo(technicianId, job));
  const model = compile({ ...problem, technicians: [{ ...technician, frozen }], jobs });
  const routes = new Routes(model);
  appendVisits(
    routes,
    0,
    jobs.map((_, j) => j),
  );
  return readStops(routes, 0);
}

function pickJobs(problem: Problem, ids: readonly Id[]): Job[] {
  const byId = new Map(problem.jobs.map((job) => [job.id, job]));
  return ids.map((id) => {
    const job = byId.get(id);
    if (!job) throw new Error(`no job ${id} in the problem`);
    return job;
  });
}

/** Keeps a pinned start when the visit is tried on somebody else. */
function pinnedTo(technician: Id, job: Job): Job {
  return job.pinned ? { ...job, pinned: { ...job.pinned, technician } } : job;
}
