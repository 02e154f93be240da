import type { Plan } from '../plan.ts';

/** A plan as other programs read it: each stop a visit or a break, with its start in seconds from midnight. */
export type FsPlan = { readonly format: 'fs-plan/1' } & Plan;

export function writeFsPlan(plan: Plan): FsPlan {
  const { routes, unassigned, cost, seed, iterations } = plan;
  return { format: 'fs-plan/1', routes, unassigned, cost, seed, iterations };
}
