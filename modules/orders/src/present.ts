import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { type TimeWindow, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import type { Visit } from './visit.ts';
import { dueAt, nextStep, type WorkOrder } from './work-order.ts';

/** Aggregate → contract. */
export function presentWorkOrder(order: WorkOrder): WorkOrderView {
  const { holdReason: _, ...shown } = order;
  return {
    ...shown,
    work: { ...order.work, skills: [...order.work.skills] },
    arrivalWindow: presentWindow(order.arrivalWindow),
    dueAt: toRfc3339(dueAt(order)),
    nextStep: nextStep(order),
    openedAt: toRfc3339(order.openedAt),
    completedAt: toRfc3339OrNull(order.completedAt),
    closedAt: toRfc3339OrNull(order.closedAt),
  };
}

export function presentVisit(visit: Visit): VisitView {
  const { planned, customerId: _, ...shown } = visit;
  return {
    ...shown,
    workOrderIds: [...visit.workOrderIds],
    plannedStartAt: toRfc3339(planned.start),
    plannedEndAt: toRfc3339(planned.end),
    departedAt: toRfc3339OrNull(visit.departedAt),
    arrivedAt: toRfc3339OrNull(visit.arrivedAt),
    beganAt: toRfc3339OrNull(visit.beganAt),
    endedAt: toRfc3339OrNull(visit.endedAt),
  };
}

function presentWindow(window: TimeWindow | null) {
  return window === null ? null : { start: toRfc3339(window.start), end: toRfc3339(window.end) };
}
