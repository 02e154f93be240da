import { CALL_BACK_MADE, REQUEST_SOLVED_REMOTELY } from '@firstfix/contract/requests/events';
import { type Id, maskPhones, toRfc3339 } from '@firstfix/kernel';
import type { Orders } from '@firstfix/orders';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { requestFacts, topicsOf } from '../facts.ts';
import { mustSeeRequest } from '../policy.ts';
import { callBackDueAt, type ResponseLimits } from '../response-limits.ts';
import {
  close,
  mustAllow,
  orderIdsOf,
  type ServiceRequest,
  solveRemotely as solve,
  triaged,
} from '../service-request.ts';
import { lockRequest, saveRequest } from '../store.ts';
import { ordersOf, tellTriaged } from './open-orders.ts';
import { startRequestClock, stopRequestClock } from './request-clocks.ts';

interface Advice {
  readonly advice: string;
  readonly ifMatch: number | undefined;
}

/** Advice was enough, we think: orders end with it, and the customer is asked within half an hour. */
export async function solveRemotely(
  tx: Tx,
  caller: Caller,
  orders: Orders,
  limits: ResponseLimits,
  id: Id,
  { advice, ifMatch }: Advice,
): Promise<ServiceRequest> {
  const found = await lockRequest(tx, id);
  mustSeeRequest(caller, found);
  checkVersion(found.version, ifMatch);
  const dueAt = callBackDueAt(limits, tx.now);
  const solved = solve(found, maskPhones(advice), tx.now, dueAt);
  for (const orderId of orderIdsOf(found).sort()) await orders.solveRemotely(tx, orderId);
  const request = saveRequest(tx, solved);
  if (found.state === 'registered') stopRequestClock(tx, request, 'triage');
  startRequestClock(tx, request, 'callback');
  const facts = { ...requestFacts(request, tx.now), callBackDueAt: toRfc3339(dueAt) };
  tx.emit(REQUEST_SOLVED_REMOTELY, facts, topicsOf(request));
  return request;
}

/** The customer was asked: solved ends the request and its orders; not solved reopens its orders, or opens them. */
export async function callBack(
  tx: Tx,
  caller: Caller,
  orders: Orders,
  id: Id,
  solved: boolean,
): Promise<ServiceRequest> {
  const found = await lockRequest(tx, id);
  mustSeeRequest(caller, found);
  mustAllow(found, 'callBack');
  const decided = solved ? await settle(tx, orders, found) : await takeUpAgain(tx, orders, found);
  const request = saveRequest(tx, decided);
  stopRequestClock(tx, request, 'callback');
  tx.emit(CALL_BACK_MADE, { ...requestFacts(request, tx.now), solved }, topicsOf(request));
  return request;
}

async function settle(tx: Tx, orders: Orders, request: ServiceRequest): Promise<ServiceRequest> {
  for (const orderId of orderIdsOf(request).sort()) {
    if (await isSolvedRemotely(tx, orders, orderId)) await orders.settleRemoteSolution(tx, orderId);
  }
  return close(request, tx.now);
}

async function takeUpAgain(tx: Tx, orders: Orders, request: ServiceRequest): Promise<ServiceRequest> {
  const orderIds = orderIdsOf(request);
  if (orderIds.length > 0) {
    for (const orderId of orderIds.toSorted()) {
      if (await isSolvedRemotely(tx, orders, orderId)) await orders.reopenWorkOrder(tx, orderId);
    }
    return triaged(request, tx.now, orderIds);
  }
  const opened = ordersOf(request);
  await Promise.all(opened.map((order) => orders.openWorkOrder(tx, order)));
  const ids = opened.map((order) => order.id);
  tellTriaged(tx, request, ids);
  return triaged(request, tx.now, ids);
}

/** An order that was cancelled meanwhile stays so. */
async function isSolvedRemotely(tx: Tx, orders: Orders, orderId: Id): Promise<boolean> {
  return (await orders.lockWorkOrder(tx, orderId)).state === 'solved_remotely';
}
