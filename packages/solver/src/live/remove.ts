import { at } from '../flat.ts';
import { jobsOf, type Plan } from '../plan.ts';
import type { Id, Problem } from '../problem.ts';
import { arrange } from './arrange.ts';
import type { Day } from './day.ts';

/**
 * Takes a visit out of the day, cancelled or to be promised anew; its route closes up and nothing else changes.
 * @throws when the job is not in the day's problem
 */
export function remove(day: Day, jobId: Id): { readonly problem: Problem; readonly plan: Plan } {
  const job = day.model.job(day.model.getJob(jobId));
  const technicians = day.problem.technicians.map((technician) => ({
    ...technician,
    frozen: technician.frozen?.filter((id) => id !== jobId),
  }));
  const problem = { ...day.problem, technicians, jobs: day.problem.jobs.filter(({ id }) => id !== jobId) };
  const wasLost = day.plan.unassigned.some((lost) => lost.job === jobId);
  const saved = savings(day, jobId);
  const plan: Plan = {
    ...day.plan,
    routes: day.plan.routes.map((route) => {
      const order = jobsOf(route);
      if (!order.includes(jobId)) return route;
      const left = order.filter((id) => id !== jobId);
      return { technician: route.technician, stops: arrange(problem, route.technician, left) };
    }),
    unassigned: day.plan.unassigned.filter((lost) => lost.job !== jobId),
    cost: {
      lostPriority: day.plan.cost.lostPriority - (wasLost ? job.priority + 1 : 0),
      travelSeconds: day.plan.cost.travelSeconds - saved.travelSeconds,
      affinitySeconds: day.plan.cost.affinitySeconds - saved.affinitySeconds,
    },
  };
  return { problem, plan };
}

/** What the plan costs less without the visit. */
function savings({ model, routes }: Day, jobId: Id): { travelSeconds: number; affinitySeconds: number } {
  const j = model.getJob(jobId);
  const t = at(routes.routeOf, j);
  if (t < 0) return { travelSeconds: 0, affinitySeconds: 0 };
  const u = at(routes.previous, j);
  const direct = model.rows.between(u, at(routes.next, j));
  return {
    travelSeconds: at(routes.leg, u) + at(routes.leg, j) - direct,
    affinitySeconds: model.affinity(j, t),
  };
}
