import type { Cover } from '@firstfix/contract/orders/schemas';
import type { Hold, WorkOrderState } from '@firstfix/contract/orders/states';
import { searchTerms, timeWindow, toDate, toDateOrNull } from '@firstfix/kernel';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { OrdersWorkOrder } from '../tables.ts';
import { dueAt, nextStep, type WorkOrder } from '../work-order.ts';
import { placeColumns, placeOf } from './place-columns.ts';

/** Rows ⇄ orders. */

/** What is read of an order: all but what stands there for the database to search by. */
export const ORDER_COLUMNS = [
  'id',
  'number',
  'state',
  'hold',
  'hold_reason',
  'request_id',
  'customer_id',
  'household_id',
  'appliance_id',
  'territory_id',
  'outlet_id',
  'engineer_id',
  'owner_id',
  'visit_id',
  'visit_count',
  'rework_of',
  'work_type',
  'category',
  'product_model_id',
  'symptom_code',
  'difficulty',
  'standard_seconds',
  'limit_seconds',
  'response_seconds',
  'priority',
  'skills',
  'cover',
  'description',
  'lat',
  'lng',
  'district_code',
  'community',
  'window_start_at',
  'window_end_at',
  'due_at',
  'urge_count',
  'opened_at',
  'completed_at',
  'closed_at',
  'version',
  'journey_seq',
  'journey_hash',
] as const satisfies readonly (keyof OrdersWorkOrder)[];

export type WorkOrderRow = Pick<Selectable<OrdersWorkOrder>, (typeof ORDER_COLUMNS)[number]>;

/** Written once, when the order is opened. */
export const OPENED_COLUMNS = [...ORDER_COLUMNS, 'next_action', 'next_by', 'search'] as const;

/** Follow the order through its life. */
export function movingColumns(order: WorkOrder) {
  const step = nextStep(order);
  return {
    state: order.state,
    hold: order.hold,
    hold_reason: order.holdReason,
    owner_id: order.ownerId,
    outlet_id: order.outletId,
    engineer_id: order.engineerId,
    visit_id: order.visitId,
    visit_count: order.visitCount,
    window_start_at: toDateOrNull(order.arrivalWindow?.start ?? null),
    window_end_at: toDateOrNull(order.arrivalWindow?.end ?? null),
    due_at: toDate(dueAt(order)),
    next_action: step.action,
    next_by: step.by,
    urge_count: order.urgeCount,
    completed_at: toDateOrNull(order.completedAt),
    closed_at: toDateOrNull(order.closedAt),
    version: order.version,
  } satisfies Updateable<OrdersWorkOrder>;
}

/** All that is written of a new order but the head of its journey. */
export function openedColumns(order: WorkOrder) {
  const { work } = order;
  return {
    ...movingColumns(order),
    id: order.id,
    number: order.number,
    request_id: order.requestId,
    customer_id: order.customerId,
    household_id: order.householdId,
    appliance_id: order.applianceId,
    territory_id: order.territoryId,
    rework_of: order.reworkOf,
    work_type: work.workType,
    category: work.category,
    product_model_id: work.productModelId,
    symptom_code: work.symptomCode,
    difficulty: work.difficulty,
    standard_seconds: work.standardSeconds,
    limit_seconds: work.limitSeconds,
    response_seconds: work.responseSeconds,
    priority: work.priority,
    skills: [...work.skills],
    cover: work.cover,
    description: work.description,
    ...placeColumns(order.place),
    opened_at: toDate(order.openedAt),
    search: toTsvector(searchTerms(`${work.description} ${order.place.community}`)),
  } satisfies Partial<Insertable<OrdersWorkOrder>>;
}

/** Terms are letters and digits only. */
function toTsvector(terms: readonly string[]): string {
  return terms.map((term) => `'${term}'`).join(' ');
}

export function toWorkOrder(row: WorkOrderRow): WorkOrder {
  return {
    id: row.id,
    number: row.number,
    state: row.state as WorkOrderState,
    hold: row.hold as Hold | null,
    holdReason: row.hold_reason,
    requestId: row.request_id,
    customerId: row.customer_id,
    householdId: row.household_id,
    applianceId: row.appliance_id,
    territoryId: row.territory_id,
    outletId: row.outlet_id,
    engineerId: row.engineer_id,
    ownerId: row.owner_id,
    visitId: row.visit_id,
    visitCount: row.visit_count,
    reworkOf: row.rework_of,
    work: {
      workType: row.work_type,
      category: row.category,
      productModelId: row.product_model_id,
      symptomCode: row.symptom_code,
      difficulty: row.difficulty,
      standardSeconds: row.standard_seconds,
      limitSeconds: row.limit_seconds,
      responseSeconds: row.response_seconds,
      priority: row.priority,
      skills: row.skills,
      cover: row.cover as Cover,
      description: row.description,
    },
    place: placeOf(row),
    arrivalWindow:
      row.window_start_at === null || row.window_end_at === null
        ? null
        : timeWindow(row.window_start_at, row.window_end_at),
    urgeCount: row.urge_count,
    openedAt: row.opened_at,
    completedAt: row.completed_at,
    closedAt: row.closed_at,
    version: row.version,
  };
}
