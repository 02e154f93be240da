import type { VisitState } from '@firstfix/contract/orders/states';
import { timeWindow, toDate, toDateOrNull } from '@firstfix/kernel';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { OrdersVisit } from '../tables.ts';
import type { Visit } from '../visit.ts';
import { placeColumns, placeOf } from './place-columns.ts';

/** Rows ⇄ visits. */

export const VISIT_COLUMNS = [
  'id',
  'sequence',
  'state',
  'work_order_ids',
  'customer_id',
  'engineer_id',
  'outlet_id',
  'territory_id',
  'lat',
  'lng',
  'district_code',
  'community',
  'planned_start_at',
  'planned_end_at',
  'departed_at',
  'arrived_at',
  'began_at',
  'ended_at',
  'end_reason',
  'version',
] as const satisfies readonly (keyof OrdersVisit)[];

export type VisitRow = Pick<Selectable<OrdersVisit>, (typeof VISIT_COLUMNS)[number]>;

/** All columns of a visit. */
export function visitColumns(visit: Visit) {
  return {
    id: visit.id,
    sequence: visit.sequence,
    work_order_ids: [...visit.workOrderIds],
    customer_id: visit.customerId,
    engineer_id: visit.engineerId,
    outlet_id: visit.outletId,
    territory_id: visit.territoryId,
    ...placeColumns(visit.place),
    ...movingVisitColumns(visit),
  } satisfies Insertable<OrdersVisit>;
}

/** What changes on a visit. */
export function movingVisitColumns(visit: Visit) {
  return {
    state: visit.state,
    planned_start_at: toDate(visit.planned.start),
    planned_end_at: toDate(visit.planned.end),
    departed_at: toDateOrNull(visit.departedAt),
    arrived_at: toDateOrNull(visit.arrivedAt),
    began_at: toDateOrNull(visit.beganAt),
    ended_at: toDateOrNull(visit.endedAt),
    end_reason: visit.endReason,
    version: visit.version,
  } satisfies Updateable<OrdersVisit>;
}

export function toVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    sequence: row.sequence,
    state: row.state as VisitState,
    workOrderIds: row.work_order_ids,
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    place: placeOf(row),
    planned: timeWindow(row.planned_start_at, row.planned_end_at),
    departedAt: row.departed_at,
    arrivedAt: row.arrived_at,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    version: row.version,
  };
}
