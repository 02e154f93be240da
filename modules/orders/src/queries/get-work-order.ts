import { type Id, notFound } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { mustSeeOrder, mustSeeVisit } from '../policy.ts';
import { type OrdersDb, toVisit, toWorkOrder } from '../store.ts';
import type { Visit } from '../visit.ts';
import type { WorkOrder } from '../work-order.ts';

export async function findWorkOrder(db: OrdersDb, id: Id): Promise<WorkOrder | undefined> {
  const row = await db.selectFrom('orders.work_order').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toWorkOrder(row);
}

/** 404 when it does not exist for this caller. */
export async function getWorkOrder(db: OrdersDb, caller: Caller, id: Id): Promise<WorkOrder> {
  const order = await findWorkOrder(db, id);
  if (!order) throw notFound('work order', id);
  mustSeeOrder(caller, order);
  return order;
}

export async function findVisit(db: OrdersDb, id: Id): Promise<Visit | undefined> {
  const row = await db.selectFrom('orders.visit').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toVisit(row);
}

export async function getVisit(db: OrdersDb, caller: Caller, id: Id): Promise<Visit> {
  const visit = await findVisit(db, id);
  if (!visit) throw notFound('visit', id);
  mustSeeVisit(caller, visit);
  return visit;
}
