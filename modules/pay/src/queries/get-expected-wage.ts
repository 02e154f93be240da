import { REPAIR_CLASSES } from '@firstfix/contract/catalogue/schemas';
import { notFound } from '@firstfix/contract/refusal';
import type { Id, Instant } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf, minuteOfDay } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import type { Caller, PolicyStore } from '@firstfix/platform';
import type { PayNeeds } from '../needs.ts';
import { type WorkFacts, wageOf } from '../wage.ts';
import { UNKNOWN_GRADE, WAGES } from '../wage-policy.ts';

/** What customers give who are content. */
const CONTENT = 5;

/**
 * What an order would pay the engineer who has it or is asked to take it, by the policy in force: without the way
 * and the hour, which nobody knows yet. A repair has a sum for each class: the diagnosis decides.
 */
export async function getExpectedWage(
  needs: PayNeeds,
  policies: PolicyStore,
  caller: Caller,
  workOrderId: Id,
  asked: { stars?: number; now: Instant },
) {
  const order = await mustConcern(needs, caller, workOrderId);
  const [policy, facts] = await Promise.all([
    policies.current(WAGES, asked.now),
    factsOf(needs, caller, order, asked),
  ]);
  const classes = order.work.workType === 'repair' ? REPAIR_CLASSES : [null];
  const items = classes.map((repairClass) => {
    const { totalFen, lines } = wageOf({ ...facts, repairClass }, policy.document);
    return { repairClass, amountFen: totalFen, lines: [...lines] };
  });
  return { workOrderId: order.id, stars: asked.stars ?? CONTENT, policyVersion: policy.version, items };
}

/** 404 for an order that is neither the engineer's nor offered to them. */
async function mustConcern(needs: PayNeeds, caller: Caller, id: Id): Promise<WorkOrder> {
  const order = await needs.orders.findWorkOrder(id);
  if (!order || caller.ownId === null) throw notFound('work_order', id);
  if (order.engineerId === caller.ownId || (await needs.isOfferedTo(caller.ownId, order.id))) return order;
  throw notFound('work_order', id);
}

async function factsOf(
  needs: PayNeeds,
  caller: Caller,
  order: WorkOrder,
  { stars = CONTENT, now }: { stars?: number; now: Instant },
): Promise<WorkFacts> {
  const [engineer, territory] = await Promise.all([
    caller.ownId === null ? undefined : needs.findEngineer(caller.ownId),
    needs.findTerritory(order.territoryId),
  ]);
  const zone = territory?.zone ?? DEFAULT_ZONE;
  const expectedAt = order.arrivalWindow?.start ?? now;
  return {
    workType: order.work.workType,
    category: order.work.category,
    repairClass: null,
    difficulty: order.work.difficulty,
    regionCode: territory?.regionCode ?? '',
    grade: engineer?.grade ?? UNKNOWN_GRADE,
    stars,
    distanceMetres: 0,
    finishedMinute: minuteOfDay(expectedAt, zone),
    isHoliday: needs.isPublicHoliday(localDateOf(expectedAt, zone)),
  };
}
