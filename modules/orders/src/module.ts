import type { Id, TimeWindow } from '@firstfix/kernel';
import { asReader, type Caller, type ModuleParts, type Runtime, type Tx } from '@firstfix/platform';
import { ordersChecks } from './checks.ts';
import { foldStateCounts } from './jobs.ts';
import { assignVisit, type NewVisit } from './operations/assign-visit.ts';
import { cancelWorkOrder } from './operations/cancel-work-order.ts';
import { changeOwner } from './operations/change-owner.ts';
import { closeWorkOrder, confirmWorkOrder } from './operations/confirm-work-order.ts';
import { endCannotComplete } from './operations/end-visit-unfinished.ts';
import { acceptVisit, arriveVisit, beginVisit, departVisit, finishVisit } from './operations/move-visit.ts';
import { offerWorkOrder, withdrawOffer } from './operations/offer-work-order.ts';
import { openWorkOrder, openWorkOrders } from './operations/open-work-order.ts';
import { promiseWindow } from './operations/promise-window.ts';
import { rescheduleVisit } from './operations/reschedule-visit.ts';
import { reopenWorkOrder, settleRemoteSolution, solveRemotely } from './operations/solve-remotely.ts';
import { unassignVisit } from './operations/unassign-visit.ts';
import { seesOrder } from './policy.ts';
import { findOrderName, orderTies } from './queries/customer-ties.ts';
import { findVisit, findWorkOrder, getVisit, getWorkOrder } from './queries/get-work-order.ts';
import { listEngineersWork, listPlannable } from './queries/list-plannable.ts';
import { ordersRoutes } from './routes.ts';
import { seedPastOrders } from './seeds/seed-past-orders.ts';
import { lockOrder, lockVisit } from './store/locks.ts';
import { addJourneyEntry } from './store/saves.ts';
import type { DB } from './tables.ts';

export type Orders = ReturnType<typeof createOrders>;

/** Work orders, visits and the journey: the module's parts for the server, its verbs for the modules above. */
export function createOrders(runtime: Runtime) {
  const db = runtime.database.kysely<DB>();
  const parts: ModuleParts = {
    name: 'orders',
    routes: ordersRoutes(db),
    reactions: [],
    tasks: [foldStateCounts],
    subjects: {
      'work-order': async (caller, id) => {
        const order = await findWorkOrder(db, id);
        return order !== undefined && seesOrder(asReader(caller), order);
      },
      territory: async ({ role, territoryIds }, id) =>
        role === 'admin' || (role !== 'customer' && territoryIds.includes(id)),
      engineer: async (caller, id) => caller.role === 'engineer' && caller.ownId === id,
    },
    checks: ordersChecks,
  };
  return {
    parts,
    /** Whose work is with a customer: what `customers`, standing below, is told through the wiring. */
    ties: orderTies(db),
    findOrderName,
    findWorkOrder: (id: Id) => findWorkOrder(db, id),
    getWorkOrder: (caller: Caller, id: Id) => getWorkOrder(db, caller, id),
    findVisit: (id: Id) => findVisit(db, id),
    getVisit: (caller: Caller, id: Id) => getVisit(db, caller, id),
    /** Orders of a territory promised for the day, with their visits. */
    listPlannable: (territoryId: Id, day: TimeWindow) => listPlannable(db, territoryId, day),
    /** What these engineers still have to do within the day. */
    listEngineersWork: (engineerIds: readonly Id[], day: TimeWindow) =>
      listEngineersWork(db, engineerIds, day),
    /** Verbs that join the caller's transaction. */
    openWorkOrder,
    openWorkOrders,
    promiseWindow,
    rescheduleVisit,
    offerWorkOrder,
    withdrawOffer,
    assignVisit: (tx: Tx, visit: NewVisit) => assignVisit(tx, visit),
    unassignVisit,
    acceptVisit,
    departVisit,
    arriveVisit,
    beginVisit,
    finishVisit,
    endCannotComplete,
    solveRemotely,
    settleRemoteSolution,
    reopenWorkOrder,
    cancelWorkOrder,
    changeOwner,
    confirmWorkOrder,
    closeWorkOrder,
    addJourneyEntry,
    /** For the demo only: many orders as their stories left them. */
    seedPastOrders,
    /** The order, locked for the rest of the transaction. */
    lockWorkOrder: async (tx: Tx, id: Id) => (await lockOrder(tx, id)).order,
    /** The visit and its orders, locked for the rest of the transaction. */
    lockVisit: async (tx: Tx, id: Id) => {
      const { visit, orders } = await lockVisit(tx, id);
      return { visit, orders: orders.map(({ order }) => order) };
    },
  };
}
