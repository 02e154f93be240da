import { type Id, toRfc3339 } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { OrdersDb } from '../store/orders-db.ts';
import { getWorkOrder } from './get-work-order.ts';

/** The order's story, oldest first. */
export async function listJourney(db: OrdersDb, caller: Caller, id: Id) {
  await getWorkOrder(db, caller, id);
  const rows = await db
    .selectFrom('orders.journey')
    .select(['seq', 'at', 'kind', 'actor_role', 'facts'])
    .where('work_order_id', '=', id)
    .orderBy('seq')
    .execute();
  return {
    items: rows.map((row) => ({
      sequence: row.seq,
      at: toRfc3339(row.at),
      kind: row.kind,
      actorRole: row.actor_role,
      facts: row.facts as Record<string, unknown>,
    })),
  };
}
