import { refusal } from '@firstfix/contract/refusal';
import { NOT_FINISHED } from '@firstfix/contract/verdict/endpoints';
import type { WorkOrder } from '@firstfix/orders';
import type { RatedWork } from './rating.ts';

/** Whose work an order was. 409 while nobody is assigned. */
export function ratedWorkOf(order: WorkOrder): RatedWork {
  const { engineerId, outletId } = order;
  if (engineerId === null || outletId === null) {
    throw refusal(409, NOT_FINISHED);
  }
  return {
    workOrderId: order.id,
    customerId: order.customerId,
    engineerId,
    outletId,
    territoryId: order.territoryId,
  };
}
