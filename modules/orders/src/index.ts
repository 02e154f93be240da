export { createOrders, type Orders } from './module.ts';
export type { NewVisit } from './operations/assign-visit.ts';
export type { NewWorkOrder } from './operations/open-work-order.ts';
export { isVisible, mustSeeOrder, mustSeeVisit } from './policy.ts';
export { presentVisit, presentWorkOrder } from './present.ts';
export type { PlannedOrder } from './queries/list-plannable.ts';
export type { DatedDeed, PastActor, PastDeed, PastWorkOrder } from './seeds/past-work-order.ts';
export type { Visit } from './visit.ts';
export type { Place, Work, WorkOrder } from './work-order.ts';
