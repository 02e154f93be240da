import type { QueryOf } from '@firstfix/contract';
import type { listHappenings as endpoint } from '@firstfix/contract/orders/endpoints';
import { DAY, type Instant, toRfc3339 } from '@firstfix/kernel';
import { at, type Caller } from '@firstfix/platform';
import { sql } from 'kysely';
import type { OrdersDb } from '../store/orders-db.ts';
import { visibleOrders } from './visible.ts';

/** An order opened longer ago seldom has news, and never many. */
const OPENED_WITHIN = 7 * DAY;
/** Of one order at most: a feed is about many. */
const OF_ONE_ORDER = 3;

/** By the orders of the territory: the journey itself has no index but its order's. */
export async function listHappenings(
  db: OrdersDb,
  caller: Caller,
  { territoryId, limit = 40 }: QueryOf<typeof endpoint>,
  now: Instant,
) {
  const rows = await db
    .selectFrom('orders.work_order as o')
    .innerJoinLateral(
      (entries) =>
        entries
          .selectFrom('orders.journey as j')
          .select(['j.seq', 'j.at', 'j.kind', 'j.actor_role'])
          .whereRef('j.work_order_id', '=', 'o.id')
          .orderBy('j.seq', 'desc')
          .limit(OF_ONE_ORDER)
          .as('entry'),
      (join) => join.on(sql.lit(true)),
    )
    .select(['o.id', 'o.number', 'o.community', 'o.engineer_id', 'seq', 'at', 'kind', 'actor_role'])
    .where(visibleOrders(caller))
    .where('o.territory_id', '=', territoryId)
    .where('o.opened_at', '>=', at(now - OPENED_WITHIN))
    .orderBy('at', 'desc')
    .orderBy('o.id')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return {
    items: rows.map((row) => ({
      workOrderId: row.id,
      number: row.number,
      community: row.community,
      sequence: row.seq,
      at: toRfc3339(row.at),
      kind: row.kind,
      actorRole: row.actor_role,
      engineerId: row.engineer_id,
    })),
  };
}
