import { assertJob } from '../door.ts';
import type { Id, Job, Window } from '../problem.ts';
import { Insertion, tryRoute } from '../schedule/insertion.ts';
import { tryOut } from '../schedule/try-out.ts';
import type { Day } from './day.ts';

/** The cheapest way to keep one window. */
export type Quote = {
  readonly window: Window;
  /** Absent when no technician can start inside the window. */
  readonly best?: QuotedPlace;
};

export type QuotedPlace = {
  readonly technician: Id;
  readonly start: number;
  /** What the visit adds to the plan: travel and affinity, in seconds of travel. */
  readonly costSeconds: number;
  readonly travelSeconds: number;
  /** The visit it would follow; absent when it would be the first. */
  readonly after?: Id;
};

/**
 * Which windows can be promised for a visit that is not in the plan, and what each would cost: one pass over all
 * positions per window.
 * @throws when the job means nothing
 * @param windows the windows asked about; the job's own by default
 */
export function quote(day: Day, job: Job, windows: readonly Window[] = job.windows): Quote[] {
  if (windows.length === 0) return [];
  assertJob({ ...job, windows }, (id) => day.model.findTechnician(id) !== undefined);
  day.model.setSpare(job);
  return windows.map((window) => {
    day.model.setSpareWindow(window);
    return { window, best: findBest(day) };
  });
}

function findBest({ model, routes }: Day): QuotedPlace | undefined {
  const j = model.spare;
  const place = new Insertion();
  for (const t of model.able(j)) tryRoute(routes, j, t, place);
  const { technician: t, after: u } = place;
  if (t < 0) return undefined;
  return {
    technician: model.technician(t).id,
    start: tryOut(routes, j, t, u).start,
    costSeconds: place.cost,
    travelSeconds: place.cost - model.affinity(j, t),
    after: u < model.jobCount ? model.job(u).id : undefined,
  };
}

/** The window whose best place costs least; undefined when none can be kept. */
export function cheapest(quotes: readonly Quote[]): (QuotedPlace & { readonly window: Window }) | undefined {
  let found: (QuotedPlace & { readonly window: Window }) | undefined;
  for (const { window, best } of quotes) {
    if (best && best.costSeconds < (found?.costSeconds ?? Number.POSITIVE_INFINITY))
      found = { ...best, window };
  }
  return found;
}
