import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { DB } from '../tables.ts';
import { tellOffer } from './tell-screens.ts';

/** Nobody can claim the order any more: it was given to somebody, or is over. Doing it twice does nothing. */
export async function withdrawOffer(tx: Tx, workOrderId: Id): Promise<void> {
  const offer = await tx
    .tables<DB>()
    .updateTable('dispatch.job_offer')
    .set({ state: 'withdrawn' })
    .where('work_order_id', '=', workOrderId)
    .where('state', '=', 'open')
    .returning(['id', 'work_order_id', 'territory_id', 'round'])
    .executeTakeFirst();
  if (!offer) return;
  tx.cancelTimer(`offer:${offer.id}`);
  await tellOffer(tx, offer, 'withdrawn');
}
