import type { CancelReason } from '@firstfix/contract/orders/states';
import { REQUEST_CANCELLED } from '@firstfix/contract/requests/events';
import type { Id } from '@firstfix/kernel';
import type { Orders } from '@firstfix/orders';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { requestFacts, topicsOf } from '../facts.ts';
import { mustSeeRequest } from '../policy.ts';
import { cancel, orderIdsOf, type ServiceRequest } from '../service-request.ts';
import { lockRequest, saveRequest } from '../store.ts';
import { stopRequestClock } from './request-clocks.ts';

interface Wanted {
  readonly reason: CancelReason;
  readonly ifMatch: number | undefined;
}

/** Ends the request and its orders; an order somebody works on, or that is done, refuses (409). */
export async function cancelRequest(
  tx: Tx,
  caller: Caller,
  orders: Orders,
  id: Id,
  { reason, ifMatch }: Wanted,
): Promise<ServiceRequest> {
  const found = await lockRequest(tx, id);
  mustSeeRequest(caller, found);
  checkVersion(found.version, ifMatch);
  const cancelled = cancel(found, reason, tx.now);
  for (const orderId of orderIdsOf(found).sort()) await cancelOrder(tx, caller, orders, orderId, reason);
  const request = saveRequest(tx, cancelled);
  stopRequestClock(tx, request, 'triage');
  stopRequestClock(tx, request, 'callback');
  tx.emit(REQUEST_CANCELLED, { ...requestFacts(request, tx.now), reason }, topicsOf(request));
  return request;
}

async function cancelOrder(
  tx: Tx,
  caller: Caller,
  orders: Orders,
  orderId: Id,
  reason: CancelReason,
): Promise<void> {
  const { state } = await orders.lockWorkOrder(tx, orderId);
  if (state === 'cancelled') return;
  if (state === 'solved_remotely') await orders.settleRemoteSolution(tx, orderId);
  else await orders.cancelWorkOrder(tx, caller, orderId, { reason, ifMatch: undefined });
}
