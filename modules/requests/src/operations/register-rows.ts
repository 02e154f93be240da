import type { TakenIn } from '@firstfix/customers';
import { type Id, maskPhones, newId } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type EarlierRequests, suspectedDuplicates } from '../duplicates.ts';
import { speaksOfHazard } from '../hazard.ts';
import type { ImportChoice } from '../import/import-choice.ts';
import { findEarlierOfHouseholds } from '../queries/find-earlier-requests.ts';
import { triageDueAt } from '../response-limits.ts';
import { type ServiceRequest, triaged } from '../service-request.ts';
import { insertRequests } from '../store.ts';
import { assessItem, findSubject } from './assess-item.ts';
import type { Means } from './means.ts';
import { ordersOf, tellTriaged } from './open-orders.ts';
import type { PlacedRow } from './place-rows.ts';
import { NEW_REQUEST, tellRegistered } from './register-request.ts';
import { startRequestClock } from './request-clocks.ts';

/** Rows written together: large enough to be fast, small enough for one message to the database. */
const BATCH = 1_000;

/** Registers checked rows as requests, with their customers, appliances recognised and orders opened. */
export async function registerRows(
  tx: Tx,
  means: Means,
  rows: readonly PlacedRow[],
  choice: ImportChoice,
): Promise<void> {
  const taken = await means.customers.takeInCustomers(
    tx,
    rows.map(({ name, phone, address, point }) => ({ name, phone, address: { ...address, point } })),
  );
  const known = taken.filter(({ isNew }) => !isNew).map(({ household }) => household.id);
  const earlier = await findEarlierOfHouseholds(tx, known);
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const requests = await Promise.all(
      batch.map((row, index) => requestOf(tx, means, row, taken[start + index], choice)),
    );
    const marked = requests.map((request) => markDuplicates(request, earlier));
    await (choice.triage === 'manual' ? leaveToAgents(tx, marked) : openAll(tx, means, marked));
  }
}

async function requestOf(
  tx: Tx,
  means: Means,
  row: PlacedRow,
  taken: TakenIn | undefined,
  { source }: ImportChoice,
): Promise<ServiceRequest> {
  if (!taken) throw new RangeError(`nobody was taken in for row ${row.row}`);
  const { territory, urgent, words } = row;
  const { household } = taken;
  const wanted = {
    workType: row.workType,
    category: row.category,
    modelCode: row.modelCode ?? undefined,
    serialNumber: row.serialNumber ?? undefined,
  };
  const hazard = speaksOfHazard(words);
  const situation = { householdId: household.id, territory, words, hazard, urgent, vip: false, now: tx.now };
  const subject = await findSubject(tx, means, wanted, household.id, 0);
  return {
    ...NEW_REQUEST,
    id: newId(),
    number: '',
    source,
    externalId: row.externalId,
    channel: row.channel,
    customerId: taken.customerId,
    householdId: household.id,
    territoryId: territory.id,
    outletId: null,
    ownerId: territory.orderOwnerId,
    words: maskPhones(words),
    hazard,
    urgent,
    photos: [],
    wishedWindows: row.wishedWindow === null ? [] : [row.wishedWindow],
    suspectedDuplicateOf: [],
    place: household.place,
    items: [await assessItem(means, means.limits, situation, wanted, subject, 0)],
    registeredAt: tx.now,
    dueAt: triageDueAt(means.limits, tx.now),
  };
}

/** Rows of the same file count as earlier requests for those after them. */
function markDuplicates(request: ServiceRequest, earlier: EarlierRequests): ServiceRequest {
  const categories = request.items.map(({ category }) => category);
  const suspectedDuplicateOf = suspectedDuplicates(earlier.of(request), categories);
  earlier.add(request, { id: request.id, categories });
  return { ...request, suspectedDuplicateOf };
}

async function leaveToAgents(tx: Tx, requests: readonly ServiceRequest[]): Promise<void> {
  for (const request of await insertRequests(tx, requests)) {
    startRequestClock(tx, request, 'triage');
    tellRegistered(tx, request);
  }
}

async function openAll(tx: Tx, { orders }: Means, requests: readonly ServiceRequest[]): Promise<void> {
  const opened = requests.map((request) => ordersOf(request));
  const idsOf = (index: number): Id[] => (opened[index] ?? []).map(({ id }) => id);
  const [registered] = await Promise.all([
    insertRequests(
      tx,
      requests.map((request, index) => triaged(request, tx.now, idsOf(index))),
    ),
    orders.openWorkOrders(tx, opened.flat()),
  ]);
  for (const [index, request] of registered.entries()) {
    tellRegistered(tx, request);
    tellTriaged(tx, request, idsOf(index));
  }
}
