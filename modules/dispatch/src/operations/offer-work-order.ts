import { NOBODY_TO_ASK } from '@firstfix/contract/dispatch/endpoints';
import { refusal } from '@firstfix/contract/refusal';
import { distanceMetres, type Id, MINUTE, newId, toDate } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Tx } from '@firstfix/platform';
import { capacityPolicy } from '../capacity-policy.ts';
import type { Needs } from '../needs.ts';
import { type Candidate, roundsOf } from '../offer-rounds.ts';
import type { DB } from '../tables.ts';
import { tellOffer } from './tell-screens.ts';
import { dayOf, listEngineerDays } from './working-engineers.ts';

export const OFFER_ROUND_TASK = 'dispatch.offer_round_ends';

/** Puts the order up for claim; the best able engineers are asked first. 422 when there is nobody to ask. */
export async function offerWorkOrder(needs: Needs, tx: Tx, order: WorkOrder): Promise<Id> {
  const policy = await needs.policies.current(capacityPolicy, tx.now);
  const asked = roundsOf(await listCandidates(needs, order, tx.now), policy.document);
  const [first] = policy.document.offerRounds;
  if (asked.length === 0 || !first) {
    throw refusal(422, NOBODY_TO_ASK);
  }
  await needs.orders.offerWorkOrder(tx, order.id);
  const id = newId();
  const roundEndsAt = tx.now + first.minutes * MINUTE;
  await tx
    .tables<DB>()
    .insertInto('dispatch.job_offer')
    .values({
      id,
      work_order_id: order.id,
      territory_id: order.territoryId,
      state: 'open',
      round: 1,
      round_ends_at: toDate(roundEndsAt),
      opened_at: toDate(tx.now),
      summary: JSON.stringify(summaryOf(order)),
    })
    .execute();
  await tx
    .tables<DB>()
    .insertInto('dispatch.offer_candidate')
    .values(
      asked.map(({ engineerId, round, distanceMetres: metres }) => ({
        offer_id: id,
        engineer_id: engineerId,
        round,
        distance_metres: metres,
      })),
    )
    .execute();
  await tellOffer(tx, { id, work_order_id: order.id, territory_id: order.territoryId, round: 1 }, 'open');
  tx.setTimer({ key: `offer:${id}`, dueAt: roundEndsAt, task: OFFER_ROUND_TASK, payload: { offerId: id } });
  return id;
}

async function listCandidates(needs: Needs, order: WorkOrder, now: number): Promise<Candidate[]> {
  const territory = await needs.network.getTerritory(order.territoryId);
  const { date } = dayOf(territory, order.arrivalWindow?.start ?? now);
  const [days, engineers] = await Promise.all([
    listEngineerDays(needs, order.territoryId, date),
    needs.network.listEngineers(order.territoryId),
  ]);
  const byId = new Map(engineers.map((engineer) => [engineer.id, engineer]));
  return days.flatMap(({ engineerId, skills, home }) => {
    const engineer = byId.get(engineerId);
    if (!engineer || !order.work.skills.every((skill) => skills.includes(skill))) return [];
    const metres = Math.round(distanceMetres(home, order.place.point));
    return [{ engineerId, grade: engineer.grade, standing: engineer.standing, distanceMetres: metres }];
  });
}

/** What a claimer needs to know: never a name, a phone or a door. */
function summaryOf({ work, place, arrivalWindow }: WorkOrder) {
  return {
    workType: work.workType,
    category: work.category,
    difficulty: work.difficulty,
    point: place.point,
    community: place.community,
    arrivalWindow,
  };
}
