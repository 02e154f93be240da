import type { Candidates } from '@firstfix/contract/dispatch/endpoints';
import type { Instant } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import { explain, openDay } from '@firstfix/solver';
import { weightsPolicy } from '../capacity-policy.ts';
import { candidatesOf } from '../decision.ts';
import type { Needs } from '../needs.ts';
import { dayOf, listEngineerDays } from '../operations/working-engineers.ts';
import { standingPlan } from '../standing-routes.ts';
import { notBefore, problemOf, secondsFrom } from '../territory-day.ts';

/** Everybody who works in the territory that day is asked to take the order, as if nobody had it yet. */
export async function listCandidates(needs: Needs, order: WorkOrder, now: Instant): Promise<Candidates> {
  const territory = await needs.network.getTerritory(order.territoryId);
  const { date, day } = dayOf(territory, order.arrivalWindow?.start ?? now);
  const engineers = await listEngineerDays(needs, order.territoryId, date);
  const ids = engineers.map(({ engineerId }) => engineerId);
  const [work, weights] = await Promise.all([
    needs.orders.listEngineersWork(ids, day),
    needs.policies.current(weightsPolicy, now),
  ]);
  const others = work.filter((one) => one.order.id !== order.id);
  const asked = { ...order, arrivalWindow: order.arrivalWindow ?? { start: now, end: day.end } };
  const problem = problemOf(day.start, engineers, [...others, { order: asked, visit: null }]);
  const soonest = notBefore(problem, secondsFrom(day.start)(now));
  const warm = openDay({ ...soonest, weights: weights.document }, standingPlan(engineers, others));
  return {
    day: date,
    policy: `${weightsPolicy.name} ${weights.version}`,
    ...candidatesOf(day.start, explain(warm, order.id)),
  };
}
