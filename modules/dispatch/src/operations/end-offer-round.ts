import { type Id, MINUTE, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { capacityPolicy } from '../capacity-policy.ts';
import type { Needs } from '../needs.ts';
import type { DB } from '../tables.ts';
import { OFFER_ROUND_TASK } from './offer-work-order.ts';
import { tellOffer } from './tell-screens.ts';

/** Nobody claimed in this round: ask more people, or give the order back to be assigned. */
export async function endOfferRound(needs: Needs, tx: Tx, offerId: Id): Promise<void> {
  const db = tx.tables<DB>();
  const offer = await db
    .selectFrom('dispatch.job_offer')
    .selectAll()
    .where('id', '=', offerId)
    .forUpdate()
    .executeTakeFirst();
  if (offer?.state !== 'open' || offer.round_ends_at > tx.now) return;
  const { document } = await needs.policies.current(capacityPolicy, tx.now);
  const next = document.offerRounds[offer.round];
  if (!next) {
    await db.updateTable('dispatch.job_offer').set({ state: 'expired' }).where('id', '=', offerId).execute();
    await needs.orders.withdrawOffer(tx, offer.work_order_id);
    await tellOffer(tx, offer, 'expired');
    return;
  }
  const roundEndsAt = tx.now + next.minutes * MINUTE;
  await db
    .updateTable('dispatch.job_offer')
    .set({ round: offer.round + 1, round_ends_at: toDate(roundEndsAt) })
    .where('id', '=', offerId)
    .execute();
  await tellOffer(tx, { ...offer, round: offer.round + 1 }, 'open');
  tx.setTimer({ key: `offer:${offerId}`, dueAt: roundEndsAt, task: OFFER_ROUND_TASK, payload: { offerId } });
}
