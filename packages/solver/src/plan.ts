import type { Id } from './problem.ts';

/** A visit, or the technician's break number `break`. Times are seconds from midnight. */
export type Stop =
  | { readonly job: Id; readonly start: number }
  | { readonly break: number; readonly start: number };

export type Route = { readonly technician: Id; readonly stops: readonly Stop[] };

/** The first rule that keeps a technician from a visit, in the order they are tried. */
export type Rule =
  | 'pinned'
  | 'excluded'
  | 'skill'
  | 'parts'
  | 'window'
  | 'shift'
  | 'break'
  | 'parts-used'
  | 'day-full';

export type PlanCost = {
  /** Sum of `priority + 1` of the jobs nobody serves. */
  readonly lostPriority: number;
  readonly travelSeconds: number;
  /** What preferences, changes of technician and spare skills add, in seconds of travel. */
  readonly affinitySeconds: number;
};

export type Plan = {
  readonly routes: readonly Route[];
  /** Jobs nobody serves, each with the rules that keep technicians away, most frequent first. */
  readonly unassigned: readonly { readonly job: Id; readonly reasons: readonly Rule[] }[];
  readonly cost: PlanCost;
  readonly seed: number;
  readonly iterations: number;
};

/** The visits of one technician, in order, without their times. */
export type Sequence = { readonly technician: Id; readonly jobs: readonly Id[] };

export function sequencesOf(plan: Plan): Sequence[] {
  return plan.routes.map((route) => ({ technician: route.technician, jobs: jobsOf(route) }));
}

/** The jobs of a route in their order. */
export function jobsOf(route: Route): Id[] {
  return route.stops.flatMap((stop) => ('job' in stop ? [stop.job] : []));
}
