import { BASE_MOVED, PLAN_NOT_READY } from '@firstfix/contract/dispatch/endpoints';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { type Id, type Instant, SECOND } from '@firstfix/kernel';
import type { PlannedOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { type Day, explain, openDay, type Problem } from '@firstfix/solver';
import { decisionOf } from '../decision.ts';
import type { Needs } from '../needs.ts';
import type { DB } from '../tables.ts';
import { type Board, isUnmoved, type ProposedPlan, readBoard } from './plan-territory-day.ts';
import { type Decision, saveDecisions } from './save-decision.ts';

interface Assignment {
  readonly workOrderId: Id;
  readonly engineerId: Id;
  readonly start: Instant;
}

/**
 * Makes a proposal true as a whole: every order goes to its engineer and time, or, if any order or visit of the
 * day changed since it was computed, nothing does (409: compute again).
 */
export async function applyPlan(needs: Needs, tx: Tx, planId: Id): Promise<void> {
  const row = await tx
    .tables<DB>()
    .selectFrom('dispatch.plan')
    .selectAll()
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('plan', planId);
  if (row.state !== 'proposed' || row.result === null) {
    throw refusal(409, PLAN_NOT_READY, { state: row.state });
  }
  const proposal = proposalIn(row.result);
  const board = await readBoard(needs, row.territory_id, row.day);
  for (const { order } of board.orders) await needs.orders.lockWorkOrder(tx, order.id);
  const again = await readBoard(needs, row.territory_id, row.day);
  if (!isUnmoved(row.base, again.orders) || !areAllWorking(proposal, again.problem)) {
    throw refusal(409, BASE_MOVED);
  }
  const day = openDay(again.problem, proposal.plan);
  const decisions: Decision[] = [];
  for (const assignment of changedAssignments(proposal, again.orders)) {
    decisions.push(await assign(needs, tx, assignment, proposal, again, day));
  }
  saveDecisions(tx, decisions);
  await tx
    .tables<DB>()
    .updateTable('dispatch.plan')
    .set({ state: 'applied' })
    .where('id', '=', planId)
    .execute();
}

/** What `planTerritoryDay` stored. */
function proposalIn(result: unknown): ProposedPlan {
  return result as ProposedPlan;
}

/** Whether every engineer with a route still works that day. */
function areAllWorking({ plan }: ProposedPlan, { technicians }: Problem): boolean {
  const working = new Set(technicians.map(({ id }) => id));
  return plan.routes.every(({ technician }) => working.has(technician));
}

async function assign(
  needs: Needs,
  tx: Tx,
  { workOrderId, engineerId, start }: Assignment,
  proposal: ProposedPlan,
  board: Pick<Board, 'orders' | 'engineers'>,
  day: Day,
): Promise<Decision> {
  const work = board.orders.find(({ order }) => order.id === workOrderId)?.order.work;
  const engineer = board.engineers.find((one) => one.engineerId === engineerId);
  if (!work || !engineer) throw new RangeError(`order ${workOrderId} or its engineer is not on the board`);
  const visit = await needs.orders.assignVisit(tx, {
    workOrderIds: [workOrderId],
    engineerId,
    outletId: engineer.outletId,
    planned: { start, end: start + work.standardSeconds * SECOND },
    how: 'planned',
  });
  const explanation = decisionOf(proposal.midnight, explain(day, workOrderId));
  return { workOrderId, visitId: visit.id, how: 'planned', policy: proposal.policy, explanation };
}

/** Stops that differ from the visits there are; accepted and started ones never do. */
function changedAssignments({ plan, midnight }: ProposedPlan, orders: readonly PlannedOrder[]): Assignment[] {
  const visits = new Map(orders.map(({ order, visit }) => [order.id, visit]));
  return plan.routes.flatMap(({ technician, stops }) =>
    stops.flatMap((stop) => {
      if (!('job' in stop)) return [];
      const workOrderId = String(stop.job);
      const engineerId = String(technician);
      const start = midnight + stop.start * SECOND;
      const visit = visits.get(workOrderId);
      if (visit && visit.state !== 'planned') return [];
      const same = visit?.engineerId === engineerId && visit.planned.start === start;
      return same ? [] : [{ workOrderId, engineerId, start }];
    }),
  );
}
