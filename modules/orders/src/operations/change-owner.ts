import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { lockOrder } from '../store/locks.ts';
import { saveOrder } from '../store/saves.ts';
import type { WorkOrder } from '../work-order.ts';

/** Another person answers for the order from now on, and has agreed to. */
export async function changeOwner(tx: Tx, id: Id, ownerId: Id): Promise<WorkOrder> {
  const found = await lockOrder(tx, id);
  return saveOrder(tx, found, { ...found.order, ownerId }, { kind: 'owner_changed', facts: { ownerId } });
}
