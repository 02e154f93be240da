import { type Id, newId, toDate } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { PlannedOrder } from '@firstfix/orders';
import { systemActor, type Tx } from '@firstfix/platform';
import type { Plan, Problem } from '@firstfix/solver';
import { weightsPolicy } from '../capacity-policy.ts';
import type { Needs } from '../needs.ts';
import type { DB } from '../tables.ts';
import { baseOf, notBefore, problemOf, secondsFrom } from '../territory-day.ts';
import { dayWindow, listEngineerDays } from './working-engineers.ts';

const SEED = 1;

/** What a proposal keeps of the solver's answer. */
export interface ProposedPlan {
  readonly plan: Plan;
  readonly policy: string;
  readonly midnight: number;
}

/** Starts planning a territory's day on the orders as they stand; the proposal appears when the solver is done. */
export async function planTerritoryDay(
  needs: Needs,
  tx: Tx,
  asked: { territoryId: Id; date: LocalDate; seconds: number },
): Promise<Id> {
  const board = await readBoard(needs, asked.territoryId, asked.date);
  const weights = await needs.policies.current(weightsPolicy, tx.now);
  const id = newId();
  await tx
    .tables<DB>()
    .insertInto('dispatch.plan')
    .values({
      id,
      territory_id: asked.territoryId,
      day: asked.date,
      state: 'solving',
      base: baseOf(board.orders),
      order_count: board.problem.jobs.length,
      engineer_count: board.problem.technicians.length,
      created_at: toDate(tx.now),
    })
    .execute();
  const released = notBefore(board.problem, secondsFrom(board.midnight)(tx.now));
  const problem = { ...released, weights: weights.document };
  const proposal = { policy: `${weightsPolicy.name} ${weights.version}`, midnight: board.midnight };
  needs.solver
    .plan({ problem, seconds: asked.seconds, seed: SEED })
    .then((plan) => finish(needs, id, problem, { plan, ...proposal }))
    .catch((error: unknown) => {
      needs.runtime.log.error({ err: error, plan: id }, 'planning failed');
      return saveResult(needs, id, { state: 'failed' });
    });
  return id;
}

export type Board = Awaited<ReturnType<typeof readBoard>>;

/** Everybody and everything of the day. */
export async function readBoard(needs: Needs, territoryId: Id, date: LocalDate) {
  const territory = await needs.network.getTerritory(territoryId);
  const day = dayWindow(territory, date);
  const [engineers, orders] = await Promise.all([
    listEngineerDays(needs, territoryId, date),
    needs.orders.listPlannable(territoryId, day),
  ]);
  return { midnight: day.start, engineers, orders, problem: problemOf(day.start, engineers, orders) };
}

async function finish(needs: Needs, id: Id, problem: Problem, proposal: ProposedPlan): Promise<void> {
  await saveResult(needs, id, {
    state: 'proposed',
    travel_seconds: Math.round(proposal.plan.cost.travelSeconds),
    change_count: changesOf(problem, proposal.plan),
    result: JSON.stringify(proposal),
  });
}

/** Orders that get an engineer they did not have. */
function changesOf(problem: Problem, plan: Plan): number {
  const before = new Map(
    problem.jobs.map((job) => [job.id, job.pinned?.technician ?? job.currentTechnician]),
  );
  return plan.routes.reduce((changes, { technician, stops }) => {
    const moved = stops.filter((stop) => 'job' in stop && before.get(stop.job) !== technician);
    return changes + moved.length;
  }, 0);
}

/** The plan row is written by the first that needs it: a search may end before its request has committed. */
async function saveResult(
  needs: Needs,
  id: Id,
  result: { state: string; travel_seconds?: number; change_count?: number; result?: string },
): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const saved = await needs.runtime.transactor.transact(systemActor(`plan-${id}`), (tx) =>
      tx
        .tables<DB>()
        .updateTable('dispatch.plan')
        .set(result)
        .where('id', '=', id)
        .where('state', '=', 'solving')
        .executeTakeFirst(),
    );
    if (saved.numUpdatedRows > 0n) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function isUnmoved(base: string, orders: readonly PlannedOrder[]): boolean {
  return base === baseOf(orders);
}
