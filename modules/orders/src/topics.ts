import type { WorkOrder } from './work-order.ts';

/** Screens that should look again when this order changed. */
export function topicsOf(order: Pick<WorkOrder, 'id' | 'territoryId' | 'engineerId'>): string[] {
  const topics = [`work-order:${order.id}`, `territory:${order.territoryId}`];
  return order.engineerId === null ? topics : [...topics, `engineer:${order.engineerId}`];
}
