import type { WorkOrder } from '@firstfix/orders';
import type { Demand } from './capacity.ts';
import type { CapacityPolicy } from './capacity-policy.ts';

/** What an order takes of an arrival window. */
export function demandOf({ work }: WorkOrder, policy: CapacityPolicy): Demand {
  return {
    pool: `${work.category}:${work.difficulty}`,
    skills: work.skills,
    workSeconds: work.standardSeconds,
    urgent: work.priority >= policy.urgentPriority,
  };
}
