import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import { chain, EMPTY_JOURNEY, headColumns, type JourneyFact } from '../journey-store.ts';
import type { Visit } from '../visit.ts';
import type { WorkOrder } from '../work-order.ts';
import { forgetVisit, type LoadedOrder, lockOrder, rememberOrder } from './locks.ts';
import { MOVING_VISIT_COLUMNS, VISIT_COLUMNS, visitColumns } from './visit-rows.ts';
import { MOVING_ORDER_COLUMNS, movingColumns, OPENED_COLUMNS, openedColumns } from './work-order-rows.ts';

/** What is written travels with the commit: whatever belongs together as one statement, its rows as JSON. */

const ENTRIES =
  'insert into orders.journey select * from jsonb_populate_recordset(null::orders.journey, $1::jsonb)';
const OPEN_ORDERS = `with entries as (${ENTRIES}) ${adding('orders.work_order', OPENED_COLUMNS, '$2')}`;
const SAVE_ORDERS = `with entries as (${ENTRIES}) ${changing('orders.work_order', MOVING_ORDER_COLUMNS, '$2')}`;
const SAVE_MOVE = `with entries as (${ENTRIES}),
  orders as (${changing('orders.work_order', MOVING_ORDER_COLUMNS, '$2')})
  ${changing('orders.visit', MOVING_VISIT_COLUMNS, '$3')}`;
const ADD_ENTRIES = `with entries as (${ENTRIES})
  ${changing('orders.work_order', ['journey_seq', 'journey_hash'], '$2')}`;
const PLAN_VISIT = `with entries as (${ENTRIES}),
  orders as (${changing('orders.work_order', MOVING_ORDER_COLUMNS, '$2')})
  ${adding('orders.visit', VISIT_COLUMNS, '$3')}`;
const SAVE_VISIT = changing('orders.visit', MOVING_VISIT_COLUMNS, '$1');

function adding(table: string, columns: readonly string[], rows: string): string {
  const names = columns.join(', ');
  return `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${rows}::jsonb)`;
}

function changing(table: string, columns: readonly string[], rows: string): string {
  const changes = columns.map((column) => `${column} = new.${column}`).join(', ');
  return `update ${table} as old set ${changes}
    from jsonb_populate_recordset(null::${table}, ${rows}::jsonb) as new where old.id = new.id`;
}

function writeLater(tx: Tx, text: string, ...rows: readonly (readonly object[])[]): void {
  const parameters = rows.map((some) => JSON.stringify(some));
  tx.later(tx.tables().executeQuery(CompiledQuery.raw(text, parameters)));
}

/** Stores new orders, each with the first entry of its journey. */
export function insertOrders(
  tx: Tx,
  orders: readonly WorkOrder[],
  factOf: (order: WorkOrder) => JourneyFact,
): void {
  const rows = orders.map((order) => {
    const { head, row } = chain(tx, order.id, EMPTY_JOURNEY, factOf(order));
    return { entry: row, order: { ...openedColumns(order), ...headColumns(head) } };
  });
  writeLater(
    tx,
    OPEN_ORDERS,
    rows.map(({ entry }) => entry),
    rows.map(({ order }) => order),
  );
}

/** An order's change, and what its journey tells of it. */
export interface OrderChange {
  readonly found: LoadedOrder;
  readonly order: WorkOrder;
  readonly fact: JourneyFact;
}

/** The order at its next version with the rows to write; the transaction remembers it so. */
function nextVersion(tx: Tx, { found, order, fact }: OrderChange) {
  const { head, row } = chain(tx, order.id, found.head, fact);
  const saved = { ...order, version: order.version + 1 };
  rememberOrder(tx, { order: saved, head });
  return { saved, entry: row, row: { id: order.id, ...movingColumns(saved), ...headColumns(head) } };
}

/** Saves the changed order and tells its journey; the answer is the order at its new version. */
export function saveOrder(tx: Tx, found: LoadedOrder, order: WorkOrder, fact: JourneyFact): WorkOrder {
  const { saved, entry, row } = nextVersion(tx, { found, order, fact });
  writeLater(tx, SAVE_ORDERS, [entry], [row]);
  return saved;
}

/** Saves a visit together with the orders it moves. */
export function saveMove(
  tx: Tx,
  visit: Visit,
  changes: readonly OrderChange[],
): { visit: Visit; orders: WorkOrder[] } {
  const moved = { ...visit, version: visit.version + 1 };
  const orders = writeTogether(tx, SAVE_MOVE, moved, changes);
  forgetVisit(tx);
  return { visit: moved, orders };
}

/** Tells the journey something that changes nothing on the order itself. */
export async function addJourneyEntry(tx: Tx, id: Id, fact: JourneyFact): Promise<void> {
  const { order, head: before } = await lockOrder(tx, id);
  const { head, row } = chain(tx, order.id, before, fact);
  rememberOrder(tx, { order, head });
  writeLater(tx, ADD_ENTRIES, [row], [{ id: order.id, ...headColumns(head) }]);
}

/** Stores a new visit together with the orders that get it. */
export function insertVisit(tx: Tx, visit: Visit, changes: readonly OrderChange[]): WorkOrder[] {
  return writeTogether(tx, PLAN_VISIT, visit, changes);
}

function writeTogether(tx: Tx, text: string, visit: Visit, changes: readonly OrderChange[]): WorkOrder[] {
  const next = changes.map((change) => nextVersion(tx, change));
  writeLater(
    tx,
    text,
    next.map(({ entry }) => entry),
    next.map(({ row }) => row),
    [visitColumns(visit)],
  );
  return next.map(({ saved }) => saved);
}

export function saveVisit(tx: Tx, visit: Visit): Visit {
  const saved = { ...visit, version: visit.version + 1 };
  writeLater(tx, SAVE_VISIT, [visitColumns(saved)]);
  forgetVisit(tx);
  return saved;
}
