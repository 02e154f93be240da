import type { Id } from '@firstfix/kernel';
import type { Network } from '@firstfix/network';
import type { Orders, WorkOrder } from '@firstfix/orders';
import type { ModuleParts, Runtime, Tx } from '@firstfix/platform';
import { SolverPool } from './adapters/solver-pool.ts';
import { capacityPolicy, slotLeadPolicy, weightsPolicy } from './capacity-policy.ts';
import { dispatchChecks } from './checks.ts';
import { dispatchTasks } from './jobs.ts';
import { offerWorkOrder } from './operations/offer-work-order.ts';
import { DISPATCH_QUEUE } from './operations/tell-screens.ts';
import { isOfferedTo } from './queries/offers.ts';
import { dispatchReactions } from './reactions.ts';
import { dispatchRoutes } from './routes.ts';
import { type PastDispatch, seedPastDispatch } from './seeds/seed-past-dispatch.ts';
import type { DB } from './tables.ts';

export type Dispatch = ReturnType<typeof createDispatch>;

/** Promises, plans, offers and claims, exceptions. */
export function createDispatch(runtime: Runtime, others: { orders: Orders; network: Network }) {
  runtime.policies.declare(capacityPolicy);
  runtime.policies.declare(slotLeadPolicy);
  runtime.policies.declare(weightsPolicy);
  const needs = {
    ...others,
    runtime,
    db: runtime.database.kysely<DB>(),
    policies: runtime.policies,
    solver: new SolverPool(),
  };
  const parts: ModuleParts = {
    name: 'dispatch',
    routes: dispatchRoutes(needs),
    reactions: dispatchReactions(needs),
    tasks: dispatchTasks(needs),
    subjects: {
      [DISPATCH_QUEUE]: async ({ role, territoryIds }, id) =>
        role === 'admin' || (role === 'dispatcher' && territoryIds.includes(id)),
    },
    checks: dispatchChecks,
  };
  return {
    parts,
    isOfferedTo: (engineerId: Id, workOrderId: Id) => isOfferedTo(needs.db, engineerId, workOrderId),
    /** For the demo only: bookings and exceptions of the past. */
    seedPastDispatch: (tx: Tx, past: PastDispatch) => seedPastDispatch(tx, runtime.policies, past),
    /** For the demo only: puts an order up for claim as a dispatcher does. */
    offerWorkOrder: (tx: Tx, order: WorkOrder) => offerWorkOrder(needs, tx, order),
  };
}
