import type { Id } from '@firstfix/kernel';
import { type Tx, writesOf, writeTogether } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import { chain, EMPTY_JOURNEY, headColumns, type JourneyFact } from '../journey-store.ts';
import type { DB } from '../tables.ts';
import type { Visit } from '../visit.ts';
import type { WorkOrder } from '../work-order.ts';
import { forgetVisit, type LoadedOrder, lockOrder, rememberOrder } from './locks.ts';
import { movingVisitColumns, visitColumns } from './visit-rows.ts';
import { movingColumns, OPENED_COLUMNS, openedColumns } from './work-order-rows.ts';

/** What is written travels with the commit: whatever belongs together as one statement. */

const { adding, changing } = writesOf<DB>();

/** Stores a new order with the first entry of its journey. */
export function insertOrder(tx: Tx, order: WorkOrder, fact: JourneyFact): void {
  const { head, row } = chain(tx, order.id, EMPTY_JOURNEY, fact);
  const columns = { ...openedColumns(order), ...headColumns(head) };
  tx.later(writeTogether(tx, [adding('orders.work_order', columns), adding('orders.journey', row)]));
}

const OPEN_ORDERS = `with entries as (
    insert into orders.journey select * from jsonb_populate_recordset(null::orders.journey, $1::jsonb))
  insert into orders.work_order (${OPENED_COLUMNS.join(', ')})
  select ${OPENED_COLUMNS.join(', ')} from jsonb_populate_recordset(null::orders.work_order, $2::jsonb)`;

/** Stores many new orders: their rows go as JSON, whose number is no part of the statement's text. */
export function insertOrders(
  tx: Tx,
  orders: readonly WorkOrder[],
  factOf: (order: WorkOrder) => JourneyFact,
): void {
  const opened = orders.map((order) => ({ order, ...chain(tx, order.id, EMPTY_JOURNEY, factOf(order)) }));
  const entries = opened.map(({ row }) => ({ ...row, hash: hexOf(row.hash) }));
  const rows = opened.map(({ order, head }) => ({
    ...openedColumns(order),
    journey_seq: head.seq,
    journey_hash: hexOf(head.hash),
  }));
  const parameters = [JSON.stringify(entries), JSON.stringify(rows)];
  tx.later(tx.tables().executeQuery(CompiledQuery.raw(OPEN_ORDERS, parameters)));
}

/** Bytes as PostgreSQL reads them from text. */
function hexOf(hash: Buffer): string {
  return `\\x${hash.toString('hex')}`;
}

/** An order's change, and what its journey tells of it. */
export interface OrderChange {
  readonly found: LoadedOrder;
  readonly order: WorkOrder;
  readonly fact: JourneyFact;
}

/** The order at its next version with what writes it; the transaction remembers it so. */
function nextVersion(tx: Tx, { found, order, fact }: OrderChange) {
  const { head, row } = chain(tx, order.id, found.head, fact);
  const saved = { ...order, version: order.version + 1 };
  rememberOrder(tx, { order: saved, head });
  const columns = { ...movingColumns(saved), ...headColumns(head) };
  const writes = [adding('orders.journey', row), changing('orders.work_order', { id: order.id }, columns)];
  return { saved, writes };
}

/** Saves the changed order and tells its journey; the answer is the order at its new version. */
export function saveOrder(tx: Tx, found: LoadedOrder, order: WorkOrder, fact: JourneyFact): WorkOrder {
  const { saved, writes } = nextVersion(tx, { found, order, fact });
  tx.later(writeTogether(tx, writes));
  return saved;
}

/** Saves a visit together with the orders it moves. */
export function saveMove(
  tx: Tx,
  visit: Visit,
  changes: readonly OrderChange[],
): { visit: Visit; orders: WorkOrder[] } {
  const next = changes.map((change) => nextVersion(tx, change));
  const { moved, write } = nextVisit(tx, visit);
  tx.later(writeTogether(tx, [...next.flatMap(({ writes }) => writes), write]));
  return { visit: moved, orders: next.map(({ saved }) => saved) };
}

export function saveVisit(tx: Tx, visit: Visit): Visit {
  const { moved, write } = nextVisit(tx, visit);
  tx.later(writeTogether(tx, [write]));
  return moved;
}

function nextVisit(tx: Tx, visit: Visit) {
  const moved = { ...visit, version: visit.version + 1 };
  forgetVisit(tx);
  return { moved, write: changing('orders.visit', { id: visit.id }, movingVisitColumns(moved)) };
}

/** Stores a new visit together with the orders that get it. */
export function insertVisit(tx: Tx, visit: Visit, changes: readonly OrderChange[]): WorkOrder[] {
  const next = changes.map((change) => nextVersion(tx, change));
  tx.later(
    writeTogether(tx, [adding('orders.visit', visitColumns(visit)), ...next.flatMap(({ writes }) => writes)]),
  );
  return next.map(({ saved }) => saved);
}

/** Tells the journey something that changes nothing on the order itself. */
export async function addJourneyEntry(tx: Tx, id: Id, fact: JourneyFact): Promise<void> {
  const { order, head: before } = await lockOrder(tx, id);
  const { head, row } = chain(tx, order.id, before, fact);
  rememberOrder(tx, { order, head });
  const columns = headColumns(head);
  tx.later(
    writeTogether(tx, [
      adding('orders.journey', row),
      changing('orders.work_order', { id: order.id }, columns),
    ]),
  );
}
