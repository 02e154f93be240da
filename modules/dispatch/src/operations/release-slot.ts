import type { Id, Instant } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Needs } from '../needs.ts';
import { giveBack, holdsOutside } from '../store.ts';

/** An order that is over takes no capacity. */
export async function giveBackAll(tx: Tx, workOrderId: Id): Promise<void> {
  for (const { id } of await holdsOutside(tx, workOrderId, null)) giveBack(tx, id);
}

/**
 * An order promised a window takes no capacity of another. Mostly there is nothing to do: booking has given back the
 * others. What else there is may be a later promise this news has not heard of, so the order itself is asked.
 */
export async function giveBackOthers(
  { orders }: Pick<Needs, 'orders'>,
  tx: Tx,
  workOrderId: Id,
  promisedStart: Instant,
): Promise<void> {
  const others = await holdsOutside(tx, workOrderId, promisedStart);
  if (others.length === 0) return;
  const promised = (await orders.findWorkOrder(workOrderId))?.arrivalWindow;
  for (const { id, start_at } of others) if (start_at !== promised?.start) giveBack(tx, id);
}
