import type { BodyOf } from '@firstfix/contract';
import { fieldError, invalidField, refusal } from '@firstfix/contract/refusal';
import {
  EXTERNAL_ID_TAKEN,
  type registerRequest as endpoint,
  OUTSIDE_SERVICE_AREA,
} from '@firstfix/contract/requests/endpoints';
import { REQUEST_REGISTERED } from '@firstfix/contract/requests/events';
import { type Id, maskPhones, newId, type Point, parseInstant, type TimeWindow } from '@firstfix/kernel';
import type { Territory } from '@firstfix/network';
import type { Caller, Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { type EarlierRequest, suspectedDuplicates } from '../duplicates.ts';
import { requestFacts, topicsOf } from '../facts.ts';
import { speaksOfHazard } from '../hazard.ts';
import { isVisible, mustSeeRequest } from '../policy.ts';
import { findEarlierRequests } from '../queries/find-earlier-requests.ts';
import { triageDueAt } from '../response-limits.ts';
import { type RequestItem, type ServiceRequest, triaged } from '../service-request.ts';
import { insertRequests, lockRequest, type NewRequest } from '../store.ts';
import type { DB } from '../tables.ts';
import { assessItem, findSubject, type Situation, type Subject } from './assess-item.ts';
import { type Contact, findContact } from './find-contact.ts';
import type { Means, Others } from './means.ts';
import { ordersOf, tellTriaged } from './open-orders.ts';
import { renewWords } from './renew-words.ts';
import { startRequestClock } from './request-clocks.ts';

export type Wanted = BodyOf<typeof endpoint>;

/**
 * Registers what a customer asks for. Triage looks at it at once; unless an agent wants to decide, its work
 * orders open in the same transaction. A known external id gives the request there is.
 */
export async function registerRequest(
  tx: Tx,
  caller: Caller,
  means: Means,
  wanted: Wanted,
): Promise<ServiceRequest> {
  const source = sourceOf(caller, wanted);
  const existing =
    wanted.externalId === undefined ? undefined : await lockExternal(tx, source, wanted.externalId);
  if (existing) return tellAgain(tx, caller, means, existing, wanted.words);
  await mustHaveMedia(means, wanted.photos ?? []);
  const wishedWindows = windowsOf(wanted);
  const { contact, subjects, earlier } = await lookUp(tx, caller, means, wanted);
  const territory = await getTerritory(means.network, contact.household.place.point);
  const hazard = speaksOfHazard(wanted.words);
  const items = await assess(tx, means, wanted, subjects, {
    householdId: contact.household.id,
    territory,
    hazard,
  });
  const request: NewRequest = {
    ...NEW_REQUEST,
    id: newId(),
    source,
    externalId: wanted.externalId ?? null,
    channel: wanted.channel,
    customerId: contact.customerId,
    householdId: contact.household.id,
    territoryId: territory.id,
    outletId: caller.role === 'outlet_owner' ? caller.outletId : null,
    ownerId: caller.role === 'agent' ? caller.userId : territory.orderOwnerId,
    words: maskPhones(wanted.words),
    hazard,
    urgent: wanted.urgent ?? false,
    photos: wanted.photos ?? [],
    wishedWindows,
    suspectedDuplicateOf: suspectedDuplicates(
      earlier,
      items.map(({ category }) => category),
    ),
    place: contact.household.place,
    items,
    registeredAt: tx.now,
    dueAt: triageDueAt(means.limits, tx.now),
  };
  mustBeTheirs(caller, request);
  return wanted.triage === 'manual' ? leaveToAgent(tx, request) : openAtOnce(tx, means, request);
}

/** What every new request starts with. */
export const NEW_REQUEST = {
  state: 'registered',
  offeredOwnerId: null,
  triagedAt: null,
  advice: null,
  advisedAt: null,
  cancelReason: null,
  closedAt: null,
  version: 1,
} as const;

/** External ids of customers are their own, so that nobody meets another's. */
function sourceOf(caller: Caller, { source, channel }: Wanted): string {
  return caller.role === 'customer' ? `customer:${caller.ownId}` : (source ?? channel);
}

/** The request with this key, locked; the key itself stays locked so that it is registered once. */
async function lockExternal(tx: Tx, source: string, externalId: string): Promise<ServiceRequest | undefined> {
  if (/(^|\D)1[3-9]\d{9}(\D|$)/.test(externalId)) {
    throw invalidField('/externalId', 'phone/external_id');
  }
  const db = tx.tables<DB>();
  const [, row] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`request:${source}:${externalId}`}, 0))`.execute(db),
    db
      .selectFrom('requests.service_request')
      .select('id')
      .where('source', '=', source)
      .where('external_id', '=', externalId)
      .executeTakeFirst(),
  ]);
  return row && lockRequest(tx, row.id);
}

/** The same need again: nothing changes but the words, and those only while nobody has looked at them. */
async function tellAgain(
  tx: Tx,
  caller: Caller,
  means: Means,
  found: ServiceRequest,
  words: string,
): Promise<ServiceRequest> {
  if (!isVisible(caller, found)) {
    throw refusal(409, EXTERNAL_ID_TAKEN);
  }
  return renewWords(tx, means, found, words);
}

async function mustHaveMedia({ hasMedia }: Means, photos: readonly string[]): Promise<void> {
  const received = await Promise.all(photos.map(hasMedia));
  const missing = received.indexOf(false);
  if (missing >= 0) throw invalidField(`/photos/${missing}`, 'not_received/photo');
}

function windowsOf({ wishedWindows = [] }: Wanted): TimeWindow[] {
  return wishedWindows.map((window, index) => {
    const read = { start: parseInstant(window.start), end: parseInstant(window.end) };
    if (read.start < read.end) return read;
    throw invalidField(`/wishedWindows/${index}`, 'window/wished');
  });
}

/** 422 for a place outside the territories. */
async function getTerritory(network: Others['network'], point: Point): Promise<Territory> {
  const territory = await network.territoryAt(point);
  if (territory) return territory;
  const errors = [fieldError('/caller/address/point', 'outside')];
  throw refusal(422, OUTSIDE_SERVICE_AREA, {}, { errors });
}

interface Found {
  readonly contact: Contact;
  readonly subjects: readonly Subject[];
  readonly earlier: readonly EarlierRequest[];
}

/** Everything that must be looked up: in one round trip when the caller names customer and home. */
async function lookUp(tx: Tx, caller: Caller, means: Means, wanted: Wanted): Promise<Found> {
  const customerId = caller.role === 'customer' ? caller.ownId : wanted.caller.customerId;
  const { householdId } = wanted.caller;
  if (customerId && householdId) {
    const [contact, around] = await Promise.all([
      findContact(tx, means.customers, caller, wanted.caller),
      lookAround(tx, means, wanted, { customerId, householdId }),
    ]);
    return { contact, ...around };
  }
  const contact = await findContact(tx, means.customers, caller, wanted.caller);
  const home = { customerId: contact.customerId, householdId: contact.household.id };
  return { contact, ...(await lookAround(tx, means, wanted, home)) };
}

async function lookAround(
  tx: Tx,
  means: Means,
  { items }: Wanted,
  { customerId, householdId }: { readonly customerId: Id; readonly householdId: Id },
): Promise<Omit<Found, 'contact'>> {
  const [earlier, ...subjects] = await Promise.all([
    findEarlierRequests(tx, customerId, householdId),
    ...items.map((item, index) => findSubject(tx, means, item, householdId, index)),
  ]);
  return { subjects, earlier };
}

function assess(
  tx: Tx,
  means: Means,
  wanted: Wanted,
  subjects: readonly Subject[],
  known: Pick<Situation, 'householdId' | 'territory' | 'hazard'>,
): Promise<RequestItem[]> {
  const situation = {
    ...known,
    words: wanted.words,
    urgent: wanted.urgent ?? false,
    vip: false,
    now: tx.now,
  };
  return Promise.all(
    subjects.map((subject, index) => {
      const workType = wanted.items[index]?.workType ?? '';
      return assessItem(means, means.limits, situation, { workType }, subject, index);
    }),
  );
}

/** A dispatcher registers in the own territories only, an outlet for its own filing. */
function mustBeTheirs(caller: Caller, request: NewRequest): void {
  mustSeeRequest(caller, { ...request, number: '' });
}

/** Recorded with what triage thinks of it; the owner confirms or corrects before the clock runs out. */
async function leaveToAgent(tx: Tx, request: NewRequest): Promise<ServiceRequest> {
  const [registered] = await insertRequests(tx, [request]);
  if (!registered) throw new RangeError('one request went in, none came out');
  startRequestClock(tx, registered, 'triage');
  tellRegistered(tx, registered);
  return registered;
}

async function openAtOnce(tx: Tx, { orders }: Means, request: NewRequest): Promise<ServiceRequest> {
  const opened = ordersOf(request);
  const ids = opened.map(({ id }) => id);
  const [[registered]] = await Promise.all([
    insertRequests(tx, [triaged({ ...request, number: '' }, tx.now, ids)]),
    ...opened.map((order) => orders.openWorkOrder(tx, order)),
  ]);
  if (!registered) throw new RangeError('one request went in, none came out');
  tellRegistered(tx, registered);
  tellTriaged(tx, registered, ids);
  return registered;
}

export function tellRegistered(tx: Tx, request: ServiceRequest): void {
  const facts = { ...requestFacts(request, tx.now), hazard: request.hazard };
  tx.emit(REQUEST_REGISTERED, facts, topicsOf(request));
  for (const hash of request.photos) tx.linkMedia(hash, 'service-request', request.id);
}
