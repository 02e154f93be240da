import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { type Instant, type TimeWindow, toRfc3339 } from '@firstfix/kernel';
import type { Visit } from './visit.ts';
import { dueAt, nextStep, type WorkOrder } from './work-order.ts';

/** Aggregate → contract. */
export function presentWorkOrder(order: WorkOrder): WorkOrderView {
  const { visitCount: _, holdReason: __, ...shown } = order;
  return {
    ...shown,
    work: { ...order.work, skills: [...order.work.skills] },
    arrivalWindow: presentWindow(order.arrivalWindow),
    dueAt: toRfc3339(dueAt(order)),
    nextStep: nextStep(order),
    openedAt: toRfc3339(order.openedAt),
    completedAt: presentTime(order.completedAt),
    closedAt: presentTime(order.closedAt),
  };
}

export function presentVisit(visit: Visit): VisitView {
  const { planned, customerId: _, ...shown } = visit;
  return {
    ...shown,
    workOrderIds: [...visit.workOrderIds],
    plannedStartAt: toRfc3339(planned.start),
    plannedEndAt: toRfc3339(planned.end),
    departedAt: presentTime(visit.departedAt),
    arrivedAt: presentTime(visit.arrivedAt),
    beganAt: presentTime(visit.beganAt),
    endedAt: presentTime(visit.endedAt),
  };
}

function presentTime(instant: Instant | null): string | null {
  return instant === null ? null : toRfc3339(instant);
}

function presentWindow(window: TimeWindow | null) {
  return window === null ? null : { start: toRfc3339(window.start), end: toRfc3339(window.end) };
}
