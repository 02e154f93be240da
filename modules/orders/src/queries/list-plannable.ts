import type { Id, TimeWindow } from '@firstfix/kernel';
import { at } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import type { OrdersDb } from '../store/orders-db.ts';
import { toVisit } from '../store/visit-rows.ts';
import { ORDER_COLUMNS, toWorkOrder } from '../store/work-order-rows.ts';
import type { Visit } from '../visit.ts';
import type { WorkOrder } from '../work-order.ts';

/** An order with its current visit, as dispatch sees it. */
export interface PlannedOrder {
  readonly order: WorkOrder;
  readonly visit: Visit | null;
}

/** Orders of a territory promised for a start within `day`, with their visits. */
export async function listPlannable(db: OrdersDb, territoryId: Id, day: TimeWindow): Promise<PlannedOrder[]> {
  const rows = await db
    .selectFrom('orders.work_order')
    .select(ORDER_COLUMNS)
    .where('territory_id', '=', territoryId)
    .where('window_start_at', '>=', at(day.start))
    .where('window_start_at', '<', at(day.end))
    .where(sql<SqlBool>`pending`)
    .where('hold', 'is', null)
    .orderBy('id')
    .execute();
  return withVisits(db, rows.map(toWorkOrder));
}

/** What engineers have to do within `day`: their visits not yet ended, with the orders. */
export async function listEngineersWork(
  db: OrdersDb,
  engineerIds: readonly Id[],
  day: TimeWindow,
): Promise<PlannedOrder[]> {
  if (engineerIds.length === 0) return [];
  const visits = await db
    .selectFrom('orders.visit')
    .selectAll()
    .where(sql<SqlBool>`engineer_id = any(${[...engineerIds]}::uuid[])`)
    .where('planned_start_at', '>=', at(day.start))
    .where('planned_start_at', '<', at(day.end))
    .where('state', 'in', ['planned', 'accepted', 'en_route', 'on_site', 'in_service'])
    .execute();
  const ids = visits.flatMap((visit) => visit.work_order_ids);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('orders.work_order')
    .select(ORDER_COLUMNS)
    .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(visits.map((visit) => [visit.id, toVisit(visit)]));
  return rows.map(toWorkOrder).flatMap((order) => {
    const visit = order.visitId === null ? undefined : byId.get(order.visitId);
    return visit ? [{ order, visit }] : [];
  });
}

async function withVisits(db: OrdersDb, orders: readonly WorkOrder[]): Promise<PlannedOrder[]> {
  const ids = orders.flatMap((order) => order.visitId ?? []);
  const visits =
    ids.length === 0
      ? []
      : await db
          .selectFrom('orders.visit')
          .selectAll()
          .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
          .execute();
  const byId = new Map(visits.map((visit) => [visit.id, toVisit(visit)]));
  return orders.map((order) => ({ order, visit: (order.visitId && byId.get(order.visitId)) || null }));
}
