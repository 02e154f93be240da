import type { Cover } from '@firstfix/contract/orders/schemas';
import { notFound } from '@firstfix/contract/refusal';
import type { RequestChannel, RequestState } from '@firstfix/contract/requests/states';
import {
  type Id,
  parseInstant,
  searchTerms,
  type TimeWindow,
  timeWindow,
  toDate,
  toDateOrNull,
  toRfc3339,
} from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery, type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { RequestItem, ServiceRequest } from './service-request.ts';
import type { DB, RequestsItem, RequestsServiceRequest } from './tables.ts';

/** Rows ⇄ aggregate. Lock order: the request, then its work orders by id. */

export type RequestsDb = Kysely<DB>;
export type RequestRow = Selectable<RequestsServiceRequest>;
export type ItemRow = Selectable<RequestsItem>;

export type NewRequest = Omit<ServiceRequest, 'number'>;

/** The request, locked for the rest of the transaction. 404 when there is none. */
export async function lockRequest(tx: Tx, id: Id): Promise<ServiceRequest> {
  const [request] = await lockRequests(tx, [id]);
  if (!request) throw notFound('service_request', id);
  return request;
}

/** Those of the requests that exist, locked in the order of their ids. */
export async function lockRequests(tx: Tx, ids: readonly Id[]): Promise<ServiceRequest[]> {
  const db = tx.tables<DB>();
  const [rows, items] = await Promise.all([
    db
      .selectFrom('requests.service_request')
      .selectAll()
      .where('id', '=', sql<Id>`any(${[...ids]}::uuid[])`)
      .orderBy('id')
      .forUpdate()
      .execute(),
    listItems(db, ids),
  ]);
  return toRequests(rows, items);
}

export function listItems(db: RequestsDb, requestIds: readonly Id[]): Promise<ItemRow[]> {
  return db
    .selectFrom('requests.item')
    .selectAll()
    .where('request_id', '=', sql<Id>`any(${[...requestIds]}::uuid[])`)
    .orderBy('position')
    .execute();
}

/** Stores new requests, however many, with what comes next; answers them with their numbers. */
export async function insertRequests(tx: Tx, requests: readonly NewRequest[]): Promise<ServiceRequest[]> {
  const db = tx.tables<DB>();
  const numbered: ServiceRequest[] = [];
  for (const request of requests) {
    const sequence = String(await tx.nextNumber('requests.number_seq')).padStart(6, '0');
    numbered.push({ ...request, number: `${dayOf(request)}${sequence}` });
  }
  const rows = JSON.stringify(numbered.map(insertedRow));
  const items = JSON.stringify(requests.flatMap(({ id, items }) => items.map((item) => itemRow(id, item))));
  tx.later(db.executeQuery(CompiledQuery.raw(INSERT, [rows, items])));
  return numbered;
}

/** Saves the request and its items; the answer is the request at its new version. */
export function saveRequest(tx: Tx, request: ServiceRequest): ServiceRequest {
  const version = request.version + 1;
  const db = tx.tables<DB>();
  const items = JSON.stringify(request.items.map((item) => itemRow(request.id, item)));
  tx.later(
    db
      .updateTable('requests.service_request')
      .set({ ...movingColumns(request), version })
      .where('id', '=', request.id)
      .execute(),
  );
  tx.later(
    sql`insert into requests.item
      select * from jsonb_populate_recordset(null::requests.item, ${items}::jsonb)
      on conflict (request_id, position) do update set work_type = excluded.work_type,
        category = excluded.category, appliance_id = excluded.appliance_id,
        product_model_id = excluded.product_model_id,
        serial_number = excluded.serial_number, symptom_code = excluded.symptom_code,
        difficulty = excluded.difficulty, standard_seconds = excluded.standard_seconds,
        limit_seconds = excluded.limit_seconds, response_seconds = excluded.response_seconds,
        priority = excluded.priority, skills = excluded.skills, cover = excluded.cover,
        price_fen = excluded.price_fen, work_order_id = excluded.work_order_id`.execute(db),
  );
  return { ...request, version };
}

/** What people read of the day in a number: R261121. */
function dayOf({ registeredAt }: NewRequest): string {
  return `R${localDateOf(registeredAt, DEFAULT_ZONE).slice(2).replaceAll('-', '')}`;
}

function insertedRow(request: ServiceRequest): Insertable<RequestsServiceRequest> {
  return {
    number: request.number,
    ...fixedColumns(request),
    ...movingColumns(request),
    version: request.version,
  };
}

/** Set once, when the request is registered. */
function fixedColumns(request: NewRequest) {
  return {
    id: request.id,
    source: request.source,
    external_id: request.externalId,
    channel: request.channel,
    customer_id: request.customerId,
    household_id: request.householdId,
    territory_id: request.territoryId,
    outlet_id: request.outletId,
    photos: [...request.photos],
    wished_windows: request.wishedWindows.map(({ start, end }) => [toRfc3339(start), toRfc3339(end)]),
    suspected_duplicate_of: [...request.suspectedDuplicateOf],
    urgent: request.urgent,
    lat: request.place.point.lat,
    lng: request.place.point.lng,
    district_code: request.place.districtCode,
    community: request.place.community,
    registered_at: toDate(request.registeredAt),
  };
}

/** Follow the request through its life. */
function movingColumns(request: NewRequest) {
  return {
    state: request.state,
    owner_id: request.ownerId,
    offered_owner_id: request.offeredOwnerId,
    words: request.words,
    hazard: request.hazard,
    search: searchOf(request),
    triaged_at: toDateOrNull(request.triagedAt),
    advice: request.advice,
    advised_at: toDateOrNull(request.advisedAt),
    due_at: toDateOrNull(request.dueAt),
    cancel_reason: request.cancelReason,
    closed_at: toDateOrNull(request.closedAt),
  } satisfies Updateable<RequestsServiceRequest>;
}

/** A tsvector in its text form; terms are letters and digits only. */
function searchOf({ words, place }: NewRequest): string {
  return searchTerms(`${words} ${place.community}`)
    .map((term) => `'${term}'`)
    .join(' ');
}

function itemRow(requestId: Id, { triage, ...item }: RequestItem): Insertable<RequestsItem> {
  return {
    request_id: requestId,
    position: item.position,
    work_type: item.workType,
    category: item.category,
    appliance_id: item.applianceId,
    product_model_id: item.productModelId,
    serial_number: item.serialNumber,
    symptom_code: triage.symptomCode,
    difficulty: triage.difficulty,
    standard_seconds: triage.standardSeconds,
    limit_seconds: triage.limitSeconds,
    response_seconds: triage.responseSeconds,
    priority: triage.priority,
    skills: [...triage.skills],
    cover: triage.cover,
    price_fen: triage.probablePriceFen,
    work_order_id: item.workOrderId,
  };
}

const COLUMNS = `id, number, source, external_id, channel, customer_id, household_id, territory_id, outlet_id, photos,
  wished_windows, suspected_duplicate_of, urgent, lat, lng, district_code, community, registered_at, state, owner_id,
  offered_owner_id, words, hazard, search, triaged_at, advice, advised_at, due_at, cancel_reason, closed_at, version`;

/** Of requests and of their items, both as JSON. */
const INSERT = `with request as (
    insert into requests.service_request (${COLUMNS})
    select ${COLUMNS} from jsonb_populate_recordset(null::requests.service_request, $1::jsonb)
  )
  insert into requests.item select * from jsonb_populate_recordset(null::requests.item, $2::jsonb)`;

/** Requests with their items, in the order of their rows. */
export function toRequests(rows: readonly RequestRow[], items: readonly ItemRow[]): ServiceRequest[] {
  const byRequest = Map.groupBy(items, ({ request_id }) => request_id);
  return rows.map((row) => toRequest(row, byRequest.get(row.id) ?? []));
}

function toRequest(row: RequestRow, items: readonly ItemRow[]): ServiceRequest {
  return {
    id: row.id,
    number: row.number,
    source: row.source,
    externalId: row.external_id,
    channel: row.channel as RequestChannel,
    state: row.state as RequestState,
    customerId: row.customer_id,
    householdId: row.household_id,
    territoryId: row.territory_id,
    outletId: row.outlet_id,
    ownerId: row.owner_id,
    offeredOwnerId: row.offered_owner_id,
    words: row.words,
    hazard: row.hazard,
    urgent: row.urgent,
    photos: row.photos,
    wishedWindows: (row.wished_windows as [string, string][]).map(toWindow),
    suspectedDuplicateOf: row.suspected_duplicate_of,
    place: {
      point: { lat: row.lat, lng: row.lng },
      districtCode: row.district_code,
      community: row.community,
    },
    items: items.map(toItem),
    registeredAt: row.registered_at,
    triagedAt: row.triaged_at,
    advice: row.advice,
    advisedAt: row.advised_at,
    dueAt: row.due_at,
    cancelReason: row.cancel_reason,
    closedAt: row.closed_at,
    version: row.version,
  };
}

function toWindow([start, end]: [string, string]): TimeWindow {
  return timeWindow(parseInstant(start), parseInstant(end));
}

function toItem(row: ItemRow): RequestItem {
  return {
    position: row.position,
    workType: row.work_type,
    category: row.category,
    applianceId: row.appliance_id,
    productModelId: row.product_model_id,
    serialNumber: row.serial_number,
    triage: {
      symptomCode: row.symptom_code,
      difficulty: row.difficulty,
      standardSeconds: row.standard_seconds,
      limitSeconds: row.limit_seconds,
      responseSeconds: row.response_seconds,
      priority: row.priority,
      skills: row.skills,
      cover: row.cover as Cover,
      probablePriceFen: row.price_fen,
    },
    workOrderId: row.work_order_id,
  };
}
