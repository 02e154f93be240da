import type { Cover } from '@firstfix/contract/orders/schemas';
import type { Hold, VisitState, WorkOrderState } from '@firstfix/contract/orders/states';
import { type Id, notFound, searchTerms, timeWindow, toDate, toDateOrNull } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import { chain, EMPTY_JOURNEY, type JourneyFact, type JourneyHead } from './journey-store.ts';
import type { DB, OrdersVisit, OrdersWorkOrder } from './tables.ts';
import type { Visit } from './visit.ts';
import { dueAt, nextStep, type Place, type WorkOrder } from './work-order.ts';

/** Rows ⇄ aggregates. Lock order: work orders by id, then their visit. */

export type OrdersDb = Kysely<DB>;
export type WorkOrderRow = Selectable<OrdersWorkOrder>;
export type VisitRow = Selectable<OrdersVisit>;

/** An order as it was loaded, with the head of its journey. */
export interface LoadedOrder {
  readonly order: WorkOrder;
  readonly head: JourneyHead;
}

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

interface LockedVisit {
  readonly visit: Visit;
  readonly orders: LoadedOrder[];
}

/** The visit a transaction has locked and not changed since: nobody else can have changed it. */
const lockedVisits = new WeakMap<Tx, LockedVisit>();

/** The visit with the orders whose current visit it is; within a transaction asked of the database once. */
export async function lockVisit(tx: Tx, id: Id): Promise<LockedVisit> {
  const known = lockedVisits.get(tx);
  if (known?.visit.id === id) return known;
  const found = await loadVisit(tx, id);
  lockedVisits.set(tx, found);
  return found;
}

async function loadVisit(tx: Tx, id: Id): Promise<LockedVisit> {
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
  const number = `${day}${String(await tx.nextNumber('orders.number_seq')).padStart(6, '0')}`;
  const entry = chain(tx, order.id, EMPTY_JOURNEY, fact);
  const db = tx.tables<DB>();
  tx.later(
    db
      .insertInto('orders.work_order')
      .values({
        ...fixedColumns(order),
        ...movingColumns(order),
        number,
        version: order.version,
        journey_seq: entry.seq,
        journey_hash: entry.hash,
        search: sql<string>`array_to_tsvector(${searchTerms(`${order.work.description} ${order.place.community}`)}::text[])`,
      })
      .execute(),
  );
  tx.later(db.insertInto('orders.journey').values(entry).execute());
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
  return {
    ...wholeColumns(order),
    journey_seq: entry?.seq,
    journey_hash: entry && hexOf(entry.hash),
  };
}

/** The whole row but for number and journey's head. */
export function wholeColumns(order: Omit<WorkOrder, 'number'>) {
  const terms = searchTerms(`${order.work.description} ${order.place.community}`);
  return {
    ...fixedColumns(order),
    ...movingColumns(order),
    version: order.version,
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
export function saveOrder(tx: Tx, { head }: LoadedOrder, order: WorkOrder, fact: JourneyFact): WorkOrder {
  lockedVisits.delete(tx);
  const entry = chain(tx, order.id, head, fact);
  const version = order.version + 1;
  tx.later(
    tx
      .tables<DB>()
      .with('entry', (db) => db.insertInto('orders.journey').values(entry))
      .updateTable('orders.work_order')
      .set({ ...movingColumns(order), version, journey_seq: entry.seq, journey_hash: entry.hash })
      .where('id', '=', order.id)
      .execute(),
  );
  return { ...order, version };
}

/** Tells the journey something that changes nothing on the order itself. */
export async function addJourneyEntry(tx: Tx, id: Id, fact: JourneyFact): Promise<void> {
  const known = lockedVisits.get(tx)?.orders.find(({ order }) => order.id === id);
  const { order, head } = known ?? (await lockOrder(tx, id));
  lockedVisits.delete(tx);
  const entry = chain(tx, order.id, head, fact);
  tx.later(
    tx
      .tables<DB>()
      .with('entry', (db) => db.insertInto('orders.journey').values(entry))
      .updateTable('orders.work_order')
      .set({ journey_seq: entry.seq, journey_hash: entry.hash })
      .where('id', '=', id)
      .execute(),
  );
}

export function insertVisit(tx: Tx, visit: Visit): void {
  tx.later(tx.tables<DB>().insertInto('orders.visit').values(wholeVisitColumns(visit)).execute());
}

/** The whole row. */
export function wholeVisitColumns(visit: Visit) {
  return {
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
  };
}

export function saveVisit(tx: Tx, visit: Visit): Visit {
  lockedVisits.delete(tx);
  const version = visit.version + 1;
  tx.later(
    tx
      .tables<DB>()
      .updateTable('orders.visit')
      .set({ ...visitColumns(visit), version })
      .where('id', '=', visit.id)
      .execute(),
  );
  return { ...visit, version };
}

function visitColumns(visit: Visit) {
  return {
    state: visit.state,
    planned_start_at: toDate(visit.planned.start),
    planned_end_at: toDate(visit.planned.end),
    departed_at: toDateOrNull(visit.departedAt),
    arrived_at: toDateOrNull(visit.arrivedAt),
    began_at: toDateOrNull(visit.beganAt),
    ended_at: toDateOrNull(visit.endedAt),
    end_reason: visit.endReason,
  } satisfies Updateable<OrdersVisit>;
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
    window_start_at: toDateOrNull(order.arrivalWindow?.start ?? null),
    window_end_at: toDateOrNull(order.arrivalWindow?.end ?? null),
    due_at: toDate(dueAt(order)),
    next_action: step.action,
    next_by: step.by,
    urge_count: order.urgeCount,
    completed_at: toDateOrNull(order.completedAt),
    closed_at: toDateOrNull(order.closedAt),
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
