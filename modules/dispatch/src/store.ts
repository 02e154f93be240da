import type { Id, Instant, TimeWindow } from '@firstfix/kernel';
import { newId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Selectable, sql } from 'kysely';
import type { DB, DispatchSlotHold } from './tables.ts';

/** Loads of arrival windows and the holds on them. Lock order: the window, then its holds, then the order. */

export type SlotHoldRow = Selectable<DispatchSlotHold>;
type Loads = Readonly<Record<string, number>>;

/** Locks the window (making it when nobody asked before) and gives back what ran out of time. */
export async function lockWindow(
  tx: Tx,
  territoryId: Id,
  window: TimeWindow,
  wallNow: Instant,
): Promise<Loads> {
  const db = tx.tables<DB>();
  tx.later(
    db
      .insertInto('dispatch.window_load')
      .values({ territory_id: territoryId, start_at: toDate(window.start), end_at: toDate(window.end) })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const [row, expired] = await Promise.all([
    db
      .selectFrom('dispatch.window_load')
      .select('seconds_by_pool')
      .where('territory_id', '=', territoryId)
      .where('start_at', '=', sql<Instant>`${toDate(window.start)}`)
      .forUpdate()
      .executeTakeFirstOrThrow(),
    db
      .updateTable('dispatch.slot_hold')
      .set({ state: 'expired' })
      .where('territory_id', '=', territoryId)
      .where('start_at', '=', sql<Instant>`${toDate(window.start)}`)
      .where('state', '=', 'held')
      .where('expires_at', '<=', sql<Instant>`${toDate(wallNow)}`)
      .returning(['pool', 'work_seconds'])
      .execute(),
  ]);
  return expired.reduce(
    (loads, hold) => add(loads, hold.pool, -hold.work_seconds),
    row.seconds_by_pool as Loads,
  );
}

export function add(loads: Loads, pool: string, seconds: number): Loads {
  return { ...loads, [pool]: Math.max(0, (loads[pool] ?? 0) + seconds) };
}

/** Requires the window's lock. */
export function saveLoads(tx: Tx, territoryId: Id, start: Instant, loads: Loads): void {
  tx.later(
    tx
      .tables<DB>()
      .updateTable('dispatch.window_load')
      .set({ seconds_by_pool: { ...loads } })
      .where('territory_id', '=', territoryId)
      .where('start_at', '=', sql<Instant>`${toDate(start)}`)
      .execute(),
  );
}

export function insertHold(tx: Tx, hold: Omit<SlotHoldRow, 'id'>): Id {
  const id = newId();
  tx.later(
    tx
      .tables<DB>()
      .insertInto('dispatch.slot_hold')
      .values({
        ...hold,
        id,
        start_at: toDate(hold.start_at),
        end_at: toDate(hold.end_at),
        expires_at: toDate(hold.expires_at),
      })
      .execute(),
  );
  return id;
}

export async function findHold(tx: Tx, id: Id): Promise<SlotHoldRow | undefined> {
  return tx.tables<DB>().selectFrom('dispatch.slot_hold').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Holds and bookings of an order that still take capacity. */
export async function holdsOf(tx: Tx, workOrderId: Id): Promise<SlotHoldRow[]> {
  return tx
    .tables<DB>()
    .selectFrom('dispatch.slot_hold')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .where('state', 'in', ['held', 'booked'])
    .orderBy('start_at')
    .execute();
}

/** Moves a hold to another state if it still is in `from`; says whether it did. */
export async function moveHold(tx: Tx, id: Id, from: readonly string[], state: string): Promise<boolean> {
  const result = await tx
    .tables<DB>()
    .updateTable('dispatch.slot_hold')
    .set({ state })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
