import { affinity, surplusSkills } from './cost/affinity.ts';
import { at } from './flat.ts';
import type { Day } from './live/day.ts';
import type { Id } from './problem.ts';
import { findRefusal, type Refusal } from './refusal.ts';
import { Insertion, tryRoute } from './schedule/insertion.ts';
import { tryOut } from './schedule/try-out.ts';

/** What one technician making the visit costs, term by term. Terms in seconds count as travel and add up to `totalSeconds`. */
export type Candidate = {
  readonly technician: Id;
  readonly start: number;
  readonly totalSeconds: number;
  /** Travel the visit adds to the route. */
  readonly travelSeconds: number;
  /** Negative for a preferred technician. */
  readonly preferredSeconds: number;
  /** The price of a technician other than the customer was told. */
  readonly movedSeconds: number;
  readonly surplusSkillSeconds: number;
  /** Told, not priced: waiting at the door before the window opens. */
  readonly waitingSeconds: number;
  /** Told: skills beyond those needed. */
  readonly surplusSkills: number;
};

export type Explanation = {
  readonly job: Id;
  /** Who makes the visit; absent when nobody does. */
  readonly chosen?: Candidate;
  /** The others who could, each at the best place of their route, cheapest first. */
  readonly runnersUp: readonly Candidate[];
  /** The others, with the first rule that keeps them away. */
  readonly refusals: readonly Refusal[];
};

/**
 * Why this technician, or why nobody: everyone is asked to take the visit as if it were in no route.
 * @throws when the job is not in the day's problem
 */
export function explain(day: Day, jobId: Id): Explanation {
  const { model, routes } = day;
  const j = model.getJob(jobId);
  const holder = at(routes.routeOf, j);
  if (holder < 0) return { job: jobId, ...askEveryone(day, j, -1) };
  const after = at(routes.previous, j);
  routes.unlink(j);
  routes.refresh(holder);
  const chosen = candidate(day, j, holder, after);
  const others = askEveryone(day, j, holder);
  routes.link(j, after, holder);
  routes.refresh(holder);
  return { job: jobId, chosen, ...others };
}

function askEveryone(day: Day, j: number, except: number): Pick<Explanation, 'runnersUp' | 'refusals'> {
  const runnersUp: Candidate[] = [];
  const refusals: Refusal[] = [];
  for (let t = 0; t < day.model.technicianCount; t++) {
    if (t === except) continue;
    const refusal = findRefusal(day, j, t);
    if (refusal) refusals.push(refusal);
    else runnersUp.push(bestCandidate(day, j, t));
  }
  runnersUp.sort((a, b) => a.totalSeconds - b.totalSeconds);
  return { runnersUp, refusals };
}

function bestCandidate(day: Day, j: number, t: number): Candidate {
  const place = new Insertion();
  tryRoute(day.routes, j, t, place);
  return candidate(day, j, t, place.after);
}

/** What job j after node u of route t costs; late or not. */
function candidate({ model, routes }: Day, j: number, t: number, u: number): Candidate {
  const job = model.job(j);
  const technician = model.technician(t);
  const v = at(routes.next, u);
  const travelSeconds = at(model.rows.to(j), u) + at(model.rows.from(j), v) - at(routes.leg, u);
  const terms = affinity(job, technician, model.weights);
  const times = tryOut(routes, j, t, u);
  return {
    technician: technician.id,
    ...times,
    totalSeconds: travelSeconds + terms.preferredSeconds + terms.movedSeconds + terms.surplusSkillSeconds,
    travelSeconds,
    ...terms,
    surplusSkills: surplusSkills(job, technician),
  };
}
