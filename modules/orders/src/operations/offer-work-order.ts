import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import { offer, type WorkOrder, withdrawOffer as withdraw } from '../work-order.ts';

/** The order is up for claim. */
export async function offerWorkOrder(tx: Tx, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  return saveOrder(tx, found, offer(found.order), { kind: 'offered' });
}

/** Nobody claimed it in time. */
export async function withdrawOffer(tx: Tx, id: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  return saveOrder(tx, found, withdraw(found.order), { kind: 'offer_withdrawn' });
}
