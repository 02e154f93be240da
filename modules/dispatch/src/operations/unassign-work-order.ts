import type { UnassignReason } from '@firstfix/contract/orders/states';
import type { Id } from '@firstfix/kernel';
import type { WorkOrder } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import type { Needs } from '../needs.ts';
import { saveDecisions } from './save-decision.ts';

interface Wanted {
  readonly reason: UnassignReason;
  readonly note?: string | undefined;
  readonly ifMatch: number | undefined;
}

/** Takes an assignment back, and keeps why beside the reasons it was made for. */
export async function unassignWorkOrder(
  { orders }: Needs,
  tx: Tx,
  caller: Caller,
  id: Id,
  wanted: Wanted,
): Promise<WorkOrder> {
  const { visit, orders: freed } = await orders.unassignVisit(tx, caller, id, wanted);
  const explanation = { reason: wanted.reason, chosen: null, runnersUp: [], refusals: [] };
  saveDecisions(
    tx,
    freed.map((order) => ({
      workOrderId: order.id,
      visitId: visit.id,
      how: 'unassigned',
      policy: '',
      explanation,
    })),
  );
  const order = freed.find((one) => one.id === id);
  if (!order) throw new RangeError(`order ${id} is not of the visit taken back`);
  return order;
}
