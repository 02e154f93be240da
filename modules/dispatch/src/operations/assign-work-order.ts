import { BREAKS_RULES, NOT_ELIGIBLE } from '@firstfix/contract/dispatch/endpoints';
import { fieldError, invalidField, refusal } from '@firstfix/contract/refusal';
import { DAY, type DomainError, type Id, type Instant, SECOND } from '@firstfix/kernel';
import type { PlannedOrder, Visit, WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { explain, openDay } from '@firstfix/solver';
import { weightsPolicy } from '../capacity-policy.ts';
import { decisionOf } from '../decision.ts';
import { judge, type ManualVerdict } from '../manual-verdict.ts';
import { nearestAble } from '../nearest-able.ts';
import type { Needs } from '../needs.ts';
import { standingPlan } from '../standing-routes.ts';
import { type EngineerDay, problemOf } from '../territory-day.ts';
import { saveDecisions } from './save-decision.ts';
import { withdrawOffer } from './withdraw-offer.ts';
import { dayOf, listEngineerDays } from './working-engineers.ts';

interface Wish {
  readonly engineerId: Id;
  readonly plannedStart: Instant | null;
  readonly now: Instant;
}

interface Judged {
  readonly verdict: ManualVerdict;
  readonly engineer: EngineerDay;
  readonly midnight: Instant;
  readonly days: readonly EngineerDay[];
  readonly work: readonly PlannedOrder[];
}

/** How many able neighbours are looked at for the runners-up of an assignment by hand or claim. */
const NEIGHBOURS = 5;
const FARTHEST_START_DAYS = 60;

/**
 * What it would cost and break. 422 when the engineer does not work in the territory that day, or for a start in the
 * past or farther away than anybody plans.
 */
export async function judgeAssignment(needs: Needs, order: WorkOrder, wish: Wish): Promise<Judged> {
  mustBePlannable(wish);
  const territory = await needs.network.getTerritory(order.territoryId);
  const when = wish.plannedStart ?? order.arrivalWindow?.start ?? wish.now;
  const { date, day } = dayOf(territory, when);
  const days = await listEngineerDays(needs, order.territoryId, date);
  const engineer = days.find(({ engineerId }) => engineerId === wish.engineerId);
  if (!engineer) {
    const errors = [fieldError('/engineerId', 'off_duty', { date })];
    throw refusal(422, NOT_ELIGIBLE, { date }, { errors });
  }
  const around = nearestAble(days, order, NEIGHBOURS).map(({ engineerId }) => engineerId);
  const work = await needs.orders.listEngineersWork([...new Set([wish.engineerId, ...around])], day);
  const own = work.filter(({ visit }) => visit?.engineerId === wish.engineerId);
  const verdict = judge(day.start, {
    order,
    engineer,
    work: own,
    plannedStart: wish.plannedStart,
    now: wish.now,
  });
  return { verdict, engineer, midnight: day.start, days, work };
}

function mustBePlannable({ plannedStart, now }: Wish): void {
  if (plannedStart === null) return;
  if (plannedStart < now) throw invalidField('/plannedStartAt', 'past/start');
  if (plannedStart > now + FARTHEST_START_DAYS * DAY) {
    throw invalidField('/plannedStartAt', 'too_far', { days: FARTHEST_START_DAYS });
  }
}

/** Assigns by hand or claim. 409 with everything that breaks, unless a person has confirmed it. */
export async function assignWorkOrder(
  needs: Needs,
  tx: Tx,
  order: WorkOrder,
  wish: Wish & { readonly how: string; readonly confirmed: boolean },
): Promise<Visit> {
  const judged = await judgeAssignment(needs, order, wish);
  const { verdict } = judged;
  if (verdict.broken.length > 0 && !wish.confirmed) throw breaksRules(verdict);
  const weights = await needs.policies.current(weightsPolicy, tx.now);
  const end = verdict.plannedStart + order.work.standardSeconds * SECOND;
  if (order.state === 'offered') await withdrawOffer(tx, order.id);
  const visit = await needs.orders.assignVisit(tx, {
    workOrderIds: [order.id],
    engineerId: wish.engineerId,
    outletId: judged.engineer.outletId,
    planned: { start: verdict.plannedStart, end },
    how: wish.how,
  });
  saveDecisions(tx, [
    {
      workOrderId: order.id,
      visitId: visit.id,
      how: wish.how,
      policy: `${weightsPolicy.name} ${weights.version}`,
      explanation: explainChoice(judged, order, visit),
    },
  ]);
  return visit;
}

function breaksRules({ broken }: ManualVerdict): DomainError {
  const missed = broken.map(({ rule, minutes }) => ({ code: rule, minutes }));
  return refusal(409, BREAKS_RULES, { broken: missed }, { extra: { broken } });
}

/** The chosen engineer beside the nearest able ones, on their day as it is. */
function explainChoice(judged: Judged, order: WorkOrder, visit: Visit) {
  const asked = new Set([visit.engineerId, ...judged.work.flatMap((one) => one.visit?.engineerId ?? [])]);
  const engineers = judged.days.filter(({ engineerId }) => asked.has(engineerId));
  const neighbours = nearestAble(judged.days, order, NEIGHBOURS).filter(
    ({ engineerId }) => !asked.has(engineerId),
  );
  const others = judged.work.filter((one) => one.order.id !== order.id);
  const placed: PlannedOrder = {
    order: { ...order, arrivalWindow: order.arrivalWindow ?? wholeDay(judged) },
    visit: null,
  };
  const problem = problemOf(judged.midnight, [...engineers, ...neighbours], [...others, placed]);
  const day = openDay(
    problem,
    standingPlan([...engineers, ...neighbours], [...others, { ...placed, visit }]),
  );
  return decisionOf(judged.midnight, explain(day, order.id));
}

function wholeDay({ engineer }: Judged) {
  return { start: engineer.start, end: engineer.end };
}
