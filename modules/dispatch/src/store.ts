import { type Id, type Instant, newId, type TimeWindow, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery, type Kysely, type Selectable } from 'kysely';
import type { Loads } from './capacity.ts';
import type { DB, DispatchSlotHold } from './tables.ts';

/**
 * Loads of arrival windows and the holds on them, each step one statement: every booking passes here. What a statement
 * waited for, it sees as it is now: PostgreSQL looks again at the rows it locks or changes.
 * Lock order: the window, then its holds, then the order.
 */

export type SlotHoldRow = Selectable<DispatchSlotHold>;

/** Locks the window (making it when nobody asked before) and gives back what ran out of time. */
export async function lockWindow(
  tx: Tx,
  territoryId: Id,
  window: TimeWindow,
  wallNow: Instant,
): Promise<Loads> {
  const { start, end } = window;
  const lock = () => run<LoadsRow>(tx, LOCK_WINDOW, [territoryId, toDate(start), toDate(wallNow)]);
  let [row] = await lock();
  if (!row) {
    tx.later(run(tx, MAKE_WINDOW, [territoryId, toDate(start), toDate(end)]));
    [row] = await lock();
  }
  if (!row) throw new RangeError(`the window at ${start} of ${territoryId} cannot be made`);
  return remaining(row);
}

const LOCK_WINDOW = `with taken as materialized (
    select seconds_by_pool from dispatch.window_load where territory_id = $1 and start_at = $2 for update
  ), expired as (
    update dispatch.slot_hold h set state = 'expired' from taken
    where h.territory_id = $1 and h.start_at = $2 and h.state = 'held' and h.expires_at <= $3
    returning h.pool, h.work_seconds
  ), given_back as (
    select pool, sum(work_seconds)::int as seconds from expired group by pool
  )
  select seconds_by_pool, (select jsonb_object_agg(pool, seconds) from given_back) as expired_by_pool
  from taken`;

const MAKE_WINDOW = `insert into dispatch.window_load (territory_id, start_at, end_at) values ($1, $2, $3)
  on conflict do nothing`;

/** What windows starting from `from` to `to` have booked, by their start; without what ran out of time. */
export async function listLoads(
  db: Kysely<DB>,
  territoryId: Id,
  from: Instant,
  to: Instant,
  wallNow: Instant,
): Promise<Map<Instant, Loads>> {
  const parameters = [territoryId, toDate(from), toDate(to), toDate(wallNow)];
  const { rows } = await db.executeQuery(statement<WindowRow>(LIST_LOADS, parameters));
  return new Map(rows.map((row) => [row.start_at, remaining(row)]));
}

const LIST_LOADS = `with expired as (
    select start_at, pool, sum(work_seconds)::int as seconds from dispatch.slot_hold
    where territory_id = $1 and start_at between $2 and $3 and state = 'held' and expires_at <= $4
    group by start_at, pool
  ), expired_by_window as (
    select start_at, jsonb_object_agg(pool, seconds) as expired_by_pool from expired group by start_at
  )
  select start_at, seconds_by_pool, expired_by_pool
  from dispatch.window_load left join expired_by_window using (start_at)
  where territory_id = $1 and start_at between $2 and $3`;

interface LoadsRow {
  readonly seconds_by_pool: Loads;
  readonly expired_by_pool: Loads | null;
}

interface WindowRow extends LoadsRow {
  readonly start_at: Instant;
}

function remaining({ seconds_by_pool, expired_by_pool }: LoadsRow): Loads {
  return Object.entries(expired_by_pool ?? {}).reduce(
    (loads, [pool, seconds]) => add(loads, pool, -seconds),
    seconds_by_pool,
  );
}

/** The loads with so many seconds more in a pool; never below nothing. */
export function add(loads: Loads, pool: string, seconds: number): Loads {
  return { ...loads, [pool]: Math.max(0, (loads[pool] ?? 0) + seconds) };
}

/** Keeps a new hold and what its window has booked with it. Requires the window's lock and its `loads`. */
export function saveHold(tx: Tx, hold: Omit<SlotHoldRow, 'id' | 'state'>, loads: Loads): Id {
  const id = newId();
  const together = add(loads, hold.pool, hold.work_seconds);
  tx.later(
    run(tx, SAVE_HOLD, [
      id,
      hold.work_order_id,
      hold.territory_id,
      toDate(hold.start_at),
      toDate(hold.end_at),
      hold.pool,
      hold.work_seconds,
      toDate(hold.expires_at),
      JSON.stringify(together),
    ]),
  );
  return id;
}

const SAVE_HOLD = `with hold as (
    insert into dispatch.slot_hold
      (id, work_order_id, territory_id, start_at, end_at, pool, work_seconds, state, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, 'held', $8)
  )
  update dispatch.window_load set seconds_by_pool = $9::jsonb where territory_id = $3 and start_at = $4`;

export async function findHold(tx: Tx, id: Id): Promise<SlotHoldRow | undefined> {
  return tx.tables<DB>().selectFrom('dispatch.slot_hold').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Its window, and what else the order holds or has booked; `undefined` when it is not held for the order any more. */
export async function bookHold(
  tx: Tx,
  hold: { readonly id: Id; readonly workOrderId: Id },
  wallNow: Instant,
): Promise<{ readonly window: TimeWindow; readonly others: readonly Id[] } | undefined> {
  const [row] = await run<BookedRow>(tx, BOOK_HOLD, [hold.id, hold.workOrderId, toDate(wallNow)]);
  return row && { window: { start: row.start_at, end: row.end_at }, others: row.others };
}

interface BookedRow {
  readonly start_at: Instant;
  readonly end_at: Instant;
  readonly others: Id[];
}

const BOOK_HOLD = `with booked as (
    update dispatch.slot_hold set state = 'booked'
    where id = $1 and work_order_id = $2 and state = 'held' and expires_at > $3
    returning start_at, end_at
  )
  select start_at, end_at, array(
    select id from dispatch.slot_hold
    where work_order_id = $2 and id <> $1 and state in ('held', 'booked') order by territory_id, start_at
  ) as others
  from booked`;

/** What an order holds or has booked outside the window that starts then. Locks nothing. */
export function holdsOutside(
  tx: Tx,
  workOrderId: Id,
  windowStart: Instant | null,
): Promise<Pick<SlotHoldRow, 'id' | 'start_at'>[]> {
  const start = windowStart === null ? null : toDate(windowStart);
  return run(tx, HOLDS_OUTSIDE, [workOrderId, start]);
}

const HOLDS_OUTSIDE = `select id, start_at from dispatch.slot_hold
  where work_order_id = $1 and state in ('held', 'booked') and start_at is distinct from $2::timestamptz
  order by territory_id, start_at`;

/** Gives a hold's or booking's time back to its window; once, however often it is asked for and by how many. */
export function giveBack(tx: Tx, id: Id): void {
  tx.later(run(tx, giveBackIf(`state in ('held', 'booked')`), [id]));
}

/** As `giveBack`, unless it is booked or has run out of time; says whether it did. */
export async function releaseHold(tx: Tx, id: Id, wallNow: Instant): Promise<boolean> {
  const released = await run(tx, giveBackIf(`state = 'held' and expires_at > $2`), [id, toDate(wallNow)]);
  return released.length > 0;
}

function giveBackIf(condition: string): string {
  return `with taken as materialized (
    select from dispatch.slot_hold h join dispatch.window_load l using (territory_id, start_at)
    where h.id = $1 for update of l
  ), freed as (
    update dispatch.slot_hold set state = 'released'
    where id = $1 and ${condition} and exists (select from taken)
    returning territory_id, start_at, pool, work_seconds
  )
  update dispatch.window_load l
  set seconds_by_pool = l.seconds_by_pool || jsonb_build_object(freed.pool,
    greatest(0, coalesce((l.seconds_by_pool ->> freed.pool)::int, 0) - freed.work_seconds))
  from freed where l.territory_id = freed.territory_id and l.start_at = freed.start_at
  returning l.start_at`;
}

async function run<Row>(tx: Tx, text: string, parameters: unknown[]): Promise<Row[]> {
  return (await tx.tables<DB>().executeQuery(statement<Row>(text, parameters))).rows;
}

function statement<Row>(text: string, parameters: unknown[]): CompiledQuery<Row> {
  return CompiledQuery.raw(text, parameters);
}
