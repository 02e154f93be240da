import { CLAIM_CAP, NOT_OFFERED, OFFER_TAKEN } from '@firstfix/contract/dispatch/endpoints';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { DAY, type DomainError, type Id, toDate } from '@firstfix/kernel';
import type { Visit } from '@firstfix/orders';
import { at, type Caller, type Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { capacityPolicy } from '../capacity-policy.ts';
import type { Needs } from '../needs.ts';
import type { DB } from '../tables.ts';
import { assignWorkOrder } from './assign-work-order.ts';
import { tellOffer } from './tell-screens.ts';

/** The first valid claim wins; the others are told at once. The claim must fit the claimer's day and the cap. */
export async function claimOffer(needs: Needs, tx: Tx, caller: Caller, offerId: Id): Promise<Visit> {
  const engineerId = caller.ownId;
  if (engineerId === null) throw notFound('offer', offerId);
  const [offer, cap, claimed] = await look(needs, tx, offerId, engineerId);
  if (!offer) throw notFound('offer', offerId);
  if (offer.state !== 'open') throw taken(offer.state);
  if (offer.asked_in_round > offer.round) {
    throw refusal(409, NOT_OFFERED);
  }
  if (claimed >= cap) throw overCap(cap);
  const won = await tx
    .tables<DB>()
    .updateTable('dispatch.job_offer')
    .set({ state: 'claimed', claimed_by: engineerId, claimed_at: toDate(tx.now) })
    .where('id', '=', offerId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (won.numUpdatedRows === 0n) throw taken('claimed');
  tx.cancelTimer(`offer:${offerId}`);
  await tellOffer(tx, offer, 'claimed');
  const order = await needs.orders.lockWorkOrder(tx, offer.work_order_id);
  const wish = { engineerId, plannedStart: null, now: tx.now, how: 'claimed', confirmed: false };
  return assignWorkOrder(needs, tx, order, wish);
}

function taken(state: string): DomainError {
  const facts = { extra: { state } };
  if (state === 'claimed') return refusal(409, OFFER_TAKEN, {}, facts);
  return refusal(409, `${OFFER_TAKEN}/over`, { state }, facts);
}

/**
 * The offer as it is put to the engineer, how many may be claimed in a day and how many were. Claims of one engineer
 * queue on an advisory lock, so that two at once cannot both slip under the cap; what is sent after it, in the same
 * packet, sees what it waited for.
 */
async function look(needs: Needs, tx: Tx, offerId: Id, engineerId: Id) {
  const db = tx.tables<DB>();
  const [policy, , claimed, offer] = await Promise.all([
    needs.policies.current(capacityPolicy, tx.now),
    sql`select pg_advisory_xact_lock(hashtextextended(${engineerId}, 0))`.execute(db),
    db
      .selectFrom('dispatch.job_offer')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('claimed_by', '=', engineerId)
      .where('claimed_at', '>', at(tx.now - DAY))
      .executeTakeFirst(),
    db
      .selectFrom('dispatch.job_offer as o')
      .innerJoin('dispatch.offer_candidate as c', 'c.offer_id', 'o.id')
      .select([
        'o.id',
        'o.state',
        'o.round',
        'o.work_order_id',
        'o.territory_id',
        'c.round as asked_in_round',
      ])
      .where('o.id', '=', offerId)
      .where('c.engineer_id', '=', engineerId)
      .executeTakeFirst(),
  ]);
  return [offer, policy.document.claimCap, claimed?.n ?? 0] as const;
}

function overCap(cap: number): DomainError {
  return refusal(409, CLAIM_CAP, { cap });
}
