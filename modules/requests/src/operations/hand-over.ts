import { refusal } from '@firstfix/contract/refusal';
import { NOT_THE_OWNER } from '@firstfix/contract/requests/endpoints';
import { REQUEST_HANDED_OVER } from '@firstfix/contract/requests/events';
import type { Id } from '@firstfix/kernel';
import type { Orders } from '@firstfix/orders';
import type { Caller, Tx } from '@firstfix/platform';
import { requestFacts, topicsOf } from '../facts.ts';
import { mustSeeRequest } from '../policy.ts';
import { acceptOwnership, offerOwnership, orderIdsOf, type ServiceRequest } from '../service-request.ts';
import { lockRequest, saveRequest } from '../store.ts';

/** The owner, or a dispatcher, asks somebody to answer for the request; until they accept nothing changes. */
export async function handOverRequest(tx: Tx, caller: Caller, id: Id, toUserId: Id): Promise<ServiceRequest> {
  const found = await lockRequest(tx, id);
  mustSeeRequest(caller, found);
  if (caller.role !== 'dispatcher' && caller.userId !== found.ownerId) {
    throw refusal(409, NOT_THE_OWNER, { number: found.number });
  }
  return saveRequest(tx, offerOwnership(found, toUserId));
}

/** The person asked agrees: from now on the request and all its orders are theirs. */
export async function acceptHandOver(
  tx: Tx,
  caller: Caller,
  orders: Orders,
  id: Id,
): Promise<ServiceRequest> {
  const found = await lockRequest(tx, id);
  mustSeeRequest(caller, found);
  const accepted = acceptOwnership(found, caller.userId);
  for (const orderId of orderIdsOf(found).sort()) await orders.changeOwner(tx, orderId, caller.userId);
  const request = saveRequest(tx, accepted);
  const facts = { ...requestFacts(request, tx.now), fromUserId: found.ownerId, toUserId: request.ownerId };
  tx.emit(REQUEST_HANDED_OVER, facts, topicsOf(request));
  return request;
}
