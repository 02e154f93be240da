import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import type { OrdersDb } from '../store/orders-db.ts';
import type { DB } from '../tables.ts';

const OVER = ['solved_remotely', 'cancelled', 'closed'];
/** From the moment the engineer took the visit until it ended. */
const CURRENT = ['accepted', 'en_route', 'on_site', 'in_service'];

/** Whose work is with a customer: what `customers`, standing below `orders`, cannot ask itself. */
export function orderTies(db: OrdersDb) {
  // within a transaction on its connection: waiting for a second one could wait for ever
  const reader = (within: Tx | undefined) => within?.tables<DB>() ?? db;

  const openOrders = (customerId: Id, within: Tx | undefined) =>
    reader(within)
      .selectFrom('orders.work_order')
      .select('id')
      .where('customer_id', '=', customerId)
      .where('state', 'not in', OVER)
      .limit(1);

  async function visits(engineerId: Id | null, customerId: Id, within: Tx | undefined): Promise<boolean> {
    const visit = await reader(within)
      .selectFrom('orders.work_order as o')
      .innerJoin('orders.visit as v', 'v.id', 'o.visit_id')
      .select('v.id')
      .where('o.customer_id', '=', customerId)
      .where('v.engineer_id', '=', engineerId)
      .where('v.state', 'in', CURRENT)
      .executeTakeFirst();
    return visit !== undefined;
  }

  return {
    async mayContact(caller: Caller, customerId: Id, within?: Tx) {
      if (caller.role === 'engineer') return visits(caller.ownId, customerId, within);
      if (caller.scope === 'territory' && caller.territoryIds.length === 0) return false;
      const open = openOrders(customerId, within);
      const theirs =
        caller.scope === 'outlet'
          ? open.where('outlet_id', '=', caller.outletId)
          : open.where('territory_id', 'in', [...caller.territoryIds]);
      return (await theirs.executeTakeFirst()) !== undefined;
    },
    async hasOpenOrder(customerId: Id, within?: Tx) {
      return (await openOrders(customerId, within).executeTakeFirst()) !== undefined;
    },
  };
}

/** Whose order it is and how people call it. */
export async function findOrderName(tx: Tx, id: Id): Promise<{ customerId: Id; number: string } | undefined> {
  const text = 'select customer_id as "customerId", number from orders.work_order where id = $1';
  const { rows } = await tx
    .tables()
    .executeQuery<{ customerId: Id; number: string }>(CompiledQuery.raw(text, [id]));
  return rows.at(0);
}
