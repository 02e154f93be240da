import { createHash } from 'node:crypto';
import type { Cover } from '@firstfix/contract/orders/schemas';
import type { Hold, VisitState, WorkOrderState } from '@firstfix/contract/orders/states';
import { type Id, type Instant, notFound, searchTerms, timeWindow, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { DB, OrdersVisit, OrdersWorkOrder } from './tables.ts';
import type { Visit } from './visit.ts';
import { dueAt, nextStep, type Place, type WorkOrder } from './work-order.ts';

/** Rows ⇄ aggregates. Lock order: work orders by id, then their visit. */

export type OrdersDb = Kysely<DB>;
export type WorkOrderRow = Selectable<OrdersWorkOrder>;
export type VisitRow = Selectable<OrdersVisit>;

/** What happened, for the order's journey. Facts are references and codes, never personal data. */
export interface JourneyFact {
  readonly kind: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** An order as it was loaded, with the head of its journey. */
export interface LoadedOrder {
  readonly order: WorkOrder;
  readonly head: JourneyHead;
}

interface JourneyHead {
  readonly seq: number;
  readonly hash: Buffer;
}

const EMPTY_JOURNEY: JourneyHead = { seq: 0, hash: Buffer.alloc(0) };

export async function lockOrder(tx: Tx, id: Id): Promise<LoadedOrder> {
  const row = await tx
    .tables<DB>()
    .selectFrom('orders.work_order')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('work order', id);
  return loaded(row);
}

/** The visit with the orders whose current visit it is. */
export async function lockVisit(tx: Tx, id: Id): Promise<{ visit: Visit; orders: LoadedOrder[] }> {
  const db = tx.tables<DB>();
  const [orders, visit] = await Promise.all([
    db
      .selectFrom('orders.work_order')
      .selectAll()
      .where('visit_id', '=', id)
      .orderBy('id')
      .forUpdate()
      .execute(),
    db.selectFrom('orders.visit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  ]);
  if (!visit) throw notFound('visit', id);
  return { visit: toVisit(visit), orders: orders.map(loaded) };
}

export async function insertOrder(
  tx: Tx,
  order: Omit<WorkOrder, 'number'>,
  day: string,
  fact: JourneyFact,
): Promise<WorkOrder> {
  const entry = chain(tx, order.id, EMPTY_JOURNEY, fact);
  const db = tx.tables<DB>();
  const [{ number }] = await Promise.all([
    db
      .insertInto('orders.work_order')
      .values({
        ...fixedColumns(order),
        ...movingColumns(order),
        number: sql<string>`${day} || lpad(nextval('orders.number_seq')::text, 6, '0')`,
        version: order.version,
        journey_seq: entry.seq,
        journey_hash: entry.hash,
        search: sql<string>`array_to_tsvector(${searchTerms(`${order.work.description} ${order.place.community}`)}::text[])`,
      })
      .returning('number')
      .executeTakeFirstOrThrow(),
    db.insertInto('orders.journey').values(entry).execute(),
  ]);
  return { ...order, number };
}

/** Stores many new orders in one round trip; their numbers follow the order given. */
export async function insertOrders(
  tx: Tx,
  orders: readonly Omit<WorkOrder, 'number'>[],
  day: string,
  factOf: (order: Omit<WorkOrder, 'number'>) => JourneyFact,
): Promise<WorkOrder[]> {
  const db = tx.tables<DB>();
  const entries = orders.map((order) => chain(tx, order.id, EMPTY_JOURNEY, factOf(order)));
  const rows = orders.map((order, index) => bulkRow(order, entries[index]));
  const [numbered] = await Promise.all([
    sql<{ id: Id; number: string }>`insert into orders.work_order
      select w.* from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as given (row, place),
        jsonb_populate_record(null::orders.work_order,
          given.row || jsonb_build_object('number', ${day} || lpad(nextval('orders.number_seq')::text, 6, '0'))) w
      returning id, number`.execute(db),
    sql`insert into orders.journey
      select * from jsonb_populate_recordset(null::orders.journey, ${JSON.stringify(entries.map(bulkEntry))}::jsonb)`.execute(
      db,
    ),
  ]);
  const numbers = new Map(numbered.rows.map(({ id, number }) => [id, number]));
  return orders.map((order) => ({ ...order, number: numbers.get(order.id) ?? '' }));
}

/** The row as JSON: texts of its types, as PostgreSQL reads them. */
function bulkRow(order: Omit<WorkOrder, 'number'>, entry: ReturnType<typeof chain> | undefined) {
  const terms = searchTerms(`${order.work.description} ${order.place.community}`);
  return {
    ...fixedColumns(order),
    ...movingColumns(order),
    version: order.version,
    journey_seq: entry?.seq,
    journey_hash: entry && hexOf(entry.hash),
    // terms are letters and digits only
    search: terms.map((term) => `'${term}'`).join(' '),
  };
}

function bulkEntry(entry: ReturnType<typeof chain>) {
  return { ...entry, hash: hexOf(entry.hash) };
}

function hexOf(hash: Buffer): string {
  return `\\x${hash.toString('hex')}`;
}

/** Saves the changed order and tells its journey; the answer is the order at its new version. */
export async function saveOrder(
  tx: Tx,
  { head }: LoadedOrder,
  order: WorkOrder,
  fact: JourneyFact,
): Promise<WorkOrder> {
  const entry = chain(tx, order.id, head, fact);
  const version = order.version + 1;
  await tx
    .tables<DB>()
    .with('entry', (db) => db.insertInto('orders.journey').values(entry))
    .updateTable('orders.work_order')
    .set({ ...movingColumns(order), version, journey_seq: entry.seq, journey_hash: entry.hash })
    .where('id', '=', order.id)
    .execute();
  return { ...order, version };
}

/** Tells the journey something that changes nothing on the order itself. */
export async function addJourneyEntry(tx: Tx, id: Id, fact: JourneyFact): Promise<void> {
  const { order, head } = await lockOrder(tx, id);
  const entry = chain(tx, order.id, head, fact);
  await tx
    .tables<DB>()
    .with('entry', (db) => db.insertInto('orders.journey').values(entry))
    .updateTable('orders.work_order')
    .set({ journey_seq: entry.seq, journey_hash: entry.hash })
    .where('id', '=', id)
    .execute();
}

function chain(tx: Tx, orderId: Id, head: JourneyHead, { kind, facts = {} }: JourneyFact) {
  const seq = head.seq + 1;
  const hash = journeyHash(head.hash, { seq, at: tx.now, kind, actorRole: tx.actor.role, facts });
  return {
    work_order_id: orderId,
    seq,
    at: toDate(tx.now),
    kind,
    actor_id: tx.actor.id,
    actor_role: tx.actor.role,
    facts: { ...facts },
    hash,
  };
}

/** SHA-256 over the hash before and this entry; facts in the order of their names. */
export function journeyHash(
  previous: Buffer,
  entry: {
    seq: number;
    at: Instant;
    kind: string;
    actorRole: string;
    facts: Readonly<Record<string, unknown>>;
  },
): Buffer {
  const facts = Object.entries(entry.facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([entry.seq, entry.at, entry.kind, entry.actorRole, facts]);
  return createHash('sha256').update(previous).update(text).digest();
}

export async function insertVisit(tx: Tx, visit: Visit): Promise<void> {
  await tx
    .tables<DB>()
    .insertInto('orders.visit')
    .values({
      id: visit.id,
      sequence: visit.sequence,
      work_order_ids: [...visit.workOrderIds],
      customer_id: visit.customerId,
      engineer_id: visit.engineerId,
      outlet_id: visit.outletId,
      territory_id: visit.territoryId,
      ...placeColumns(visit.place),
      ...visitColumns(visit),
      version: visit.version,
    })
    .execute();
}

export async function saveVisit(tx: Tx, visit: Visit): Promise<Visit> {
  const version = visit.version + 1;
  await tx
    .tables<DB>()
    .updateTable('orders.visit')
    .set({ ...visitColumns(visit), version })
    .where('id', '=', visit.id)
    .execute();
  return { ...visit, version };
}

function visitColumns(visit: Visit) {
  return {
    state: visit.state,
    planned_start_at: toDate(visit.planned.start),
    planned_end_at: toDate(visit.planned.end),
    departed_at: dateOrNull(visit.departedAt),
    arrived_at: dateOrNull(visit.arrivedAt),
    began_at: dateOrNull(visit.beganAt),
    ended_at: dateOrNull(visit.endedAt),
    end_reason: visit.endReason,
  } satisfies Updateable<OrdersVisit>;
}

function dateOrNull(instant: Instant | null): Date | null {
  return instant === null ? null : toDate(instant);
}

function placeColumns({ point, districtCode, community }: Place) {
  return { lat: point.lat, lng: point.lng, district_code: districtCode, community };
}

/** Set once, when the order is opened. */
function fixedColumns(order: Omit<WorkOrder, 'number'>) {
  const { work } = order;
  return {
    id: order.id,
    request_id: order.requestId,
    customer_id: order.customerId,
    household_id: order.householdId,
    appliance_id: order.applianceId,
    territory_id: order.territoryId,
    rework_of: order.reworkOf,
    work_type: work.workType,
    category: work.category,
    product_model_id: work.productModelId,
    symptom_code: work.symptomCode,
    difficulty: work.difficulty,
    standard_seconds: work.standardSeconds,
    limit_seconds: work.limitSeconds,
    response_seconds: work.responseSeconds,
    priority: work.priority,
    skills: [...work.skills],
    cover: work.cover,
    description: work.description,
    ...placeColumns(order.place),
    opened_at: toDate(order.openedAt),
  } satisfies Partial<Insertable<OrdersWorkOrder>>;
}

/** Follow the order through its life. */
function movingColumns(order: Omit<WorkOrder, 'number'>) {
  const step = nextStep(order);
  return {
    state: order.state,
    hold: order.hold,
    hold_reason: order.holdReason,
    owner_id: order.ownerId,
    outlet_id: order.outletId,
    engineer_id: order.engineerId,
    visit_id: order.visitId,
    visit_count: order.visitCount,
    window_start_at: dateOrNull(order.arrivalWindow?.start ?? null),
    window_end_at: dateOrNull(order.arrivalWindow?.end ?? null),
    due_at: toDate(dueAt(order)),
    next_action: step.action,
    next_by: step.by,
    urge_count: order.urgeCount,
    completed_at: dateOrNull(order.completedAt),
    closed_at: dateOrNull(order.closedAt),
  } satisfies Updateable<OrdersWorkOrder>;
}

function loaded(row: WorkOrderRow): LoadedOrder {
  return { order: toWorkOrder(row), head: { seq: row.journey_seq, hash: row.journey_hash } };
}

export function toWorkOrder(row: WorkOrderRow): WorkOrder {
  return {
    id: row.id,
    number: row.number,
    state: row.state as WorkOrderState,
    hold: row.hold as Hold | null,
    holdReason: row.hold_reason,
    requestId: row.request_id,
    customerId: row.customer_id,
    householdId: row.household_id,
    applianceId: row.appliance_id,
    territoryId: row.territory_id,
    outletId: row.outlet_id,
    engineerId: row.engineer_id,
    ownerId: row.owner_id,
    visitId: row.visit_id,
    visitCount: row.visit_count,
    reworkOf: row.rework_of,
    work: {
      workType: row.work_type,
      category: row.category,
      productModelId: row.product_model_id,
      symptomCode: row.symptom_code,
      difficulty: row.difficulty,
      standardSeconds: row.standard_seconds,
      limitSeconds: row.limit_seconds,
      responseSeconds: row.response_seconds,
      priority: row.priority,
      skills: row.skills,
      cover: row.cover as Cover,
      description: row.description,
    },
    place: placeOf(row),
    arrivalWindow:
      row.window_start_at === null || row.window_end_at === null
        ? null
        : timeWindow(row.window_start_at, row.window_end_at),
    urgeCount: row.urge_count,
    openedAt: row.opened_at,
    completedAt: row.completed_at,
    closedAt: row.closed_at,
    version: row.version,
  };
}

export function toVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    sequence: row.sequence,
    state: row.state as VisitState,
    workOrderIds: row.work_order_ids,
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    place: placeOf(row),
    planned: timeWindow(row.planned_start_at, row.planned_end_at),
    departedAt: row.departed_at,
    arrivedAt: row.arrived_at,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    version: row.version,
  };
}

function placeOf(row: Pick<WorkOrderRow, 'lat' | 'lng' | 'district_code' | 'community'>): Place {
  return { point: { lat: row.lat, lng: row.lng }, districtCode: row.district_code, community: row.community };
}
