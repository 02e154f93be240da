import { jobsOf, type Plan } from '../plan.ts';
import type { Id, Job, Problem, Window } from '../problem.ts';
import { arrange } from './arrange.ts';
import type { Day } from './day.ts';
import { cheapest, type QuotedPlace, quote } from './quote.ts';

/** A day with one more visit in it. The job is in the problem, held to the window it was given. */
export type Inserted = { readonly problem: Problem; readonly plan: Plan; readonly place: QuotedPlace };

/**
 * Puts a visit that is not in the plan where it costs least; nothing else changes technician or order.
 * @returns undefined when nobody can take it
 */
export function insert(day: Day, job: Job, windows: readonly Window[] = job.windows): Inserted | undefined {
  const place = cheapest(quote(day, job, windows));
  if (!place) return undefined;
  const held: Job = { ...job, windows: [place.window] };
  const problem = { ...day.problem, jobs: [...day.problem.jobs.filter(({ id }) => id !== job.id), held] };
  return { problem, plan: withVisit(day.plan, problem, held, place), place };
}

function withVisit(plan: Plan, problem: Problem, job: Job, place: QuotedPlace): Plan {
  const routes = plan.routes.map((route) => {
    if (route.technician !== place.technician) return route;
    const order = addAfter(jobsOf(route), job.id, place.after);
    return { technician: route.technician, stops: arrange(problem, route.technician, order) };
  });
  const wasLost = plan.unassigned.some((lost) => lost.job === job.id);
  return {
    ...plan,
    routes,
    unassigned: plan.unassigned.filter((lost) => lost.job !== job.id),
    cost: {
      lostPriority: plan.cost.lostPriority - (wasLost ? job.priority + 1 : 0),
      travelSeconds: plan.cost.travelSeconds + place.travelSeconds,
      affinitySeconds: plan.cost.affinitySeconds + place.costSeconds - place.travelSeconds,
    },
  };
}

function addAfter(order: readonly Id[], job: Id, after: Id | undefined): Id[] {
  const position = after === undefined ? 0 : order.indexOf(after) + 1;
  return [...order.slice(0, position), job, ...order.slice(position)];
}
