import type { QueryOf } from '@firstfix/contract';
import type { listVisits as endpoint } from '@firstfix/contract/orders/endpoints';
import { addDays, DEFAULT_ZONE, instantAt } from '@firstfix/kernel/zone';
import { at, type Caller } from '@firstfix/platform';
import { presentVisit } from '../present.ts';
import type { OrdersDb } from '../store/orders-db.ts';
import { toVisit } from '../store/visit-rows.ts';
import { visibleVisits } from './visible.ts';

/** Visits planned to start on the day, in that order; cancelled ones are left out. */
export async function listVisits(db: OrdersDb, caller: Caller, query: QueryOf<typeof endpoint>) {
  let rows = db
    .selectFrom('orders.visit')
    .selectAll()
    .where(visibleVisits(caller))
    .where('planned_start_at', '>=', at(instantAt(query.day, 0, DEFAULT_ZONE)))
    .where('planned_start_at', '<', at(instantAt(addDays(query.day, 1), 0, DEFAULT_ZONE)))
    .where('state', '<>', 'cancelled');
  if (query.engineerId) rows = rows.where('engineer_id', '=', query.engineerId);
  if (query.territoryId) rows = rows.where('territory_id', '=', query.territoryId);
  const found = await rows.orderBy('planned_start_at').orderBy('id').limit(5000).execute();
  return { items: found.map((row) => presentVisit(toVisit(row))) };
}
