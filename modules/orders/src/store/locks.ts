import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import type { JourneyHead } from '../journey-store.ts';
import type { Visit } from '../visit.ts';
import type { WorkOrder } from '../work-order.ts';
import { toVisit, VISIT_COLUMNS, type VisitRow } from './visit-rows.ts';
import { ORDER_COLUMNS, toWorkOrder, type WorkOrderRow } from './work-order-rows.ts';

/** Lock order: work orders by id, then their visit. */

/** An order as it was loaded, with the head of its journey. */
export interface LoadedOrder {
  readonly order: WorkOrder;
  readonly head: JourneyHead;
}

export interface LockedVisit {
  readonly visit: Visit;
  readonly orders: readonly LoadedOrder[];
}

/** What a transaction has locked, as it left it: nobody else can have changed it. */
interface Held {
  readonly orders: Map<Id, LoadedOrder>;
  /** Until something is saved. */
  visit?: LockedVisit | undefined;
}

const heldBy = new WeakMap<Tx, Held>();

function heldIn(tx: Tx): Held {
  const held = heldBy.get(tx) ?? { orders: new Map() };
  heldBy.set(tx, held);
  return held;
}

/** Tells what an order became by being saved. */
export function rememberOrder(tx: Tx, saved: LoadedOrder): void {
  const held = heldIn(tx);
  held.orders.set(saved.order.id, saved);
  held.visit = undefined;
}

/** Something about the locked visit was saved. */
export function forgetVisit(tx: Tx): void {
  heldIn(tx).visit = undefined;
}

const LOCK_ORDER = `select ${ORDER_COLUMNS.join(', ')} from orders.work_order where id = $1 for update`;

/** The order; within a transaction asked of the database once. */
export async function lockOrder(tx: Tx, id: Id): Promise<LoadedOrder> {
  const known = heldIn(tx).orders.get(id);
  if (known) return known;
  const { rows } = await tx.tables().executeQuery<WorkOrderRow>(CompiledQuery.raw(LOCK_ORDER, [id]));
  const [row] = rows;
  if (!row) throw notFound('work_order', id);
  return hold(tx, row);
}

/** The visit beside each of its orders, or beside nothing when it has none. */
type VisitWithOrderRow = { readonly [K in keyof VisitRow as `v_${K}`]: VisitRow[K] } & (
  | WorkOrderRow
  | { readonly id: null }
);

/** The count of the orders is there to lock all of them before the visit. Sorting wide rows is left to the reader. */
const LOCK_VISIT = `
  with its_orders as materialized (
    select ${ORDER_COLUMNS.join(', ')} from orders.work_order
    where id = any((select work_order_ids from orders.visit where id = $1)::uuid[]) and visit_id = $1
    order by id for update
  ), its_visit as materialized (
    select ${VISIT_COLUMNS.map((column) => `${column} as v_${column}`).join(', ')} from orders.visit
    where id = $1 and (select count(*) from its_orders) >= 0
    for update
  )
  select o.*, v.* from its_visit v left join its_orders o on true`;

/** The visit with the orders whose current visit it is; within a transaction asked of the database once. */
export async function lockVisit(tx: Tx, id: Id): Promise<LockedVisit> {
  const known = heldIn(tx).visit;
  if (known?.visit.id === id) return known;
  const { rows } = await tx.tables().executeQuery<VisitWithOrderRow>(CompiledQuery.raw(LOCK_VISIT, [id]));
  const [first] = rows;
  if (!first) throw notFound('visit', id);
  const orders = rows
    .flatMap((row) => (row.id === null ? [] : [hold(tx, row)]))
    .sort((one, other) => (one.order.id < other.order.id ? -1 : 1));
  const found = { visit: toVisit(visitIn(first)), orders };
  heldIn(tx).visit = found;
  return found;
}

function visitIn(row: VisitWithOrderRow): VisitRow {
  return Object.fromEntries(VISIT_COLUMNS.map((column) => [column, row[`v_${column}`]])) as VisitRow;
}

function hold(tx: Tx, row: WorkOrderRow): LoadedOrder {
  const loaded = { order: toWorkOrder(row), head: { seq: row.journey_seq, hash: row.journey_hash } };
  heldIn(tx).orders.set(loaded.order.id, loaded);
  return loaded;
}
