import type { Id } from '@firstfix/kernel';
import type { PlannedOrder } from '@firstfix/orders';
import type { Plan } from '@firstfix/solver';
import type { EngineerDay } from './territory-day.ts';

const NO_COST = { lostPriority: 0, travelSeconds: 0, affinitySeconds: 0 };

/** The day as it stands, as a plan for the solver: each engineer's visits in the order of their planned starts. */
export function standingPlan(
  engineers: readonly Pick<EngineerDay, 'engineerId'>[],
  work: readonly PlannedOrder[],
): Plan {
  const routes = engineers.map(({ engineerId }) => ({
    technician: engineerId,
    stops: stopsOf(engineerId, work),
  }));
  return { routes, unassigned: [], cost: NO_COST, seed: 0, iterations: 0 };
}

function stopsOf(engineerId: Id, work: readonly PlannedOrder[]) {
  return work
    .flatMap(({ order, visit }) =>
      visit?.engineerId === engineerId ? [{ job: order.id, start: visit.planned.start }] : [],
    )
    .sort((a, b) => a.start - b.start);
}
