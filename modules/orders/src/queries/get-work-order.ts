import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import { mustSeeOrder, mustSeeVisit } from '../policy.ts';
import type { OrdersDb } from '../store/orders-db.ts';
import { toVisit, VISIT_COLUMNS, type VisitRow } from '../store/visit-rows.ts';
import { ORDER_COLUMNS, toWorkOrder, type WorkOrderRow } from '../store/work-order-rows.ts';
import type { Visit } from '../visit.ts';
import type { WorkOrder } from '../work-order.ts';

const FIND_ORDER = `select ${ORDER_COLUMNS.join(', ')} from orders.work_order where id = $1`;
const FIND_VISIT = `select ${VISIT_COLUMNS.join(', ')} from orders.visit where id = $1`;

export async function findWorkOrder(db: OrdersDb, id: Id): Promise<WorkOrder | undefined> {
  const { rows } = await db.executeQuery<WorkOrderRow>(CompiledQuery.raw(FIND_ORDER, [id]));
  return rows.map(toWorkOrder).at(0);
}

/** 404 when it does not exist for this caller. */
export async function getWorkOrder(db: OrdersDb, caller: Caller, id: Id): Promise<WorkOrder> {
  const order = await findWorkOrder(db, id);
  if (!order) throw notFound('work_order', id);
  mustSeeOrder(caller, order);
  return order;
}

export async function findVisit(db: OrdersDb, id: Id): Promise<Visit | undefined> {
  const { rows } = await db.executeQuery<VisitRow>(CompiledQuery.raw(FIND_VISIT, [id]));
  return rows.map(toVisit).at(0);
}

export async function getVisit(db: OrdersDb, caller: Caller, id: Id): Promise<Visit> {
  const visit = await findVisit(db, id);
  if (!visit) throw notFound('visit', id);
  mustSeeVisit(caller, visit);
  return visit;
}
