import type { Appliance } from '@firstfix/appliances';
import type { RequestChannel } from '@firstfix/contract/requests/states';
import { type Id, type Instant, newId } from '@firstfix/kernel';
import type { Territory } from '@firstfix/network';
import type { NewWorkOrder, Place } from '@firstfix/orders';
import { insertPastClocks, type PastClock, type Tx } from '@firstfix/platform';
import { speaksOfHazard } from '../hazard.ts';
import { assessItem } from '../operations/assess-item.ts';
import type { Means } from '../operations/means.ts';
import { ordersOf } from '../operations/open-orders.ts';
import { NEW_REQUEST } from '../operations/register-request.ts';
import { callBackDueAt, triageDueAt } from '../response-limits.ts';
import { type ServiceRequest, solveRemotely, triaged } from '../service-request.ts';
import { insertRequests } from '../store.ts';

/** A call that came in before the demo began. */
export interface PastCall {
  readonly at: Instant;
  readonly channel: RequestChannel;
  readonly customerId: Id;
  readonly householdId: Id;
  readonly place: Place;
  readonly territory: Territory;
  readonly appliance: Appliance;
  readonly workType: string;
  readonly words: string;
  readonly urgent: boolean;
  /** `triaged`: its order is open; `waiting`: an agent has to look at it; `advised`: to be called back. */
  readonly became: 'triaged' | 'waiting' | 'advised';
}

/** A call as the module understood it, with the orders it opened. */
export interface UnderstoodCall {
  readonly request: ServiceRequest;
  readonly orders: readonly (NewWorkOrder & { readonly id: Id })[];
}

const ADVICE = '请先断电十分钟再重新启动，并清洗进水口滤网；半小时后回访确认。';

/** What triage makes of a call, at the time it came. */
export async function understandPastCall(means: Means, call: PastCall): Promise<UnderstoodCall> {
  const { appliance, territory, words, urgent, at: now, became } = call;
  const hazard = speaksOfHazard(words);
  const situation = { householdId: call.householdId, territory, words, hazard, urgent, vip: false, now };
  const subject = {
    category: appliance.category,
    applianceId: appliance.id,
    productModelId: appliance.modelId,
    serialNumber: null,
    cover: (await means.appliances.entitlementOf(appliance, now)).cover,
  };
  const { workType } = call;
  const request: ServiceRequest = {
    ...NEW_REQUEST,
    id: newId(),
    number: '',
    source: call.channel,
    externalId: null,
    channel: call.channel,
    customerId: call.customerId,
    householdId: call.householdId,
    territoryId: territory.id,
    outletId: null,
    ownerId: territory.orderOwnerId,
    words,
    hazard,
    urgent,
    photos: [],
    wishedWindows: [],
    suspectedDuplicateOf: [],
    place: call.place,
    items: [await assessItem(means, means.limits, situation, { workType }, subject, 0)],
    registeredAt: now,
    dueAt: triageDueAt(means.limits, now),
  };
  if (became === 'waiting') return { request, orders: [] };
  const orders = ordersOf(request);
  const ids = orders.map(({ id }) => id);
  const known = triaged(request, now, ids);
  if (became === 'triaged') return { request: known, orders };
  return { request: solveRemotely(known, ADVICE, now, callBackDueAt(means.limits, now)), orders };
}

/** Writes the requests with the clocks of those that still need somebody. */
export async function seedPastRequests(tx: Tx, requests: readonly ServiceRequest[]): Promise<void> {
  const numbered = await insertRequests(tx, requests);
  await insertPastClocks(
    tx,
    numbered.flatMap((request) => clockOf(request) ?? []),
  );
}

function clockOf(request: ServiceRequest): PastClock | undefined {
  if (request.dueAt === null) return undefined;
  return {
    kind: request.state === 'registered' ? 'triage' : 'callback',
    subjectType: 'service-request',
    subjectId: request.id,
    territoryId: request.territoryId,
    owner: `user:${request.ownerId}`,
    dueAt: request.dueAt,
    startedAt: request.advisedAt ?? request.registeredAt,
    stoppedAt: null,
  };
}
