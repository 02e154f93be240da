import type { QueryOf } from '@firstfix/contract';
import type { listOffers as endpoint } from '@firstfix/contract/dispatch/endpoints';
import type { OfferState } from '@firstfix/contract/dispatch/states';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, type Instant, type Point, type TimeWindow, toRfc3339 } from '@firstfix/kernel';
import { type Caller, decodeCursor, toPage } from '@firstfix/platform';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { DB } from '../tables.ts';

interface Summary {
  readonly workType: string;
  readonly category: string;
  readonly difficulty: number;
  readonly point: Point;
  readonly community: string;
  readonly arrivalWindow: TimeWindow | null;
}

/** Open offers by id: for an engineer those that have reached them. */
export async function listOffers(
  db: Kysely<DB>,
  caller: Caller,
  { cursor, limit = 50 }: QueryOf<typeof endpoint>,
) {
  let rows = offers(db, caller.role === 'engineer' ? caller.ownId : null).where('o.state', '=', 'open');
  if (caller.scope === 'own') rows = rows.where(sql<SqlBool>`c.round <= o.round`);
  if (caller.scope === 'territory')
    rows = rows.where(sql<SqlBool>`o.territory_id = any(${[...caller.territoryIds]}::uuid[])`);
  if (cursor !== undefined) rows = rows.where('o.id', '>', decodeCursor(cursor, 'id')[0]);
  const found = await rows
    .orderBy('o.id')
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, presentOffer, (row) => [row.id]);
}

export async function getOffer(db: Kysely<DB>, id: Id) {
  const row = await offers(db, null).where('o.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('offer', id);
  return presentOffer(row);
}

/** Whether an open offer of the order has reached the engineer. */
export async function isOfferedTo(db: Kysely<DB>, engineerId: Id, workOrderId: Id): Promise<boolean> {
  const reached = await offers(db, engineerId)
    .where('o.work_order_id', '=', workOrderId)
    .where('o.state', '=', 'open')
    .where(sql<SqlBool>`c.round <= o.round`)
    .executeTakeFirst();
  return reached !== undefined;
}

function offers(db: Kysely<DB>, engineerId: Id | null) {
  return db
    .selectFrom('dispatch.job_offer as o')
    .leftJoin('dispatch.offer_candidate as c', (join) =>
      join.onRef('c.offer_id', '=', 'o.id').on(sql<SqlBool>`c.engineer_id = ${engineerId}::uuid`),
    )
    .select([
      'o.id',
      'o.work_order_id',
      'o.state',
      'o.round',
      'o.round_ends_at',
      'o.claimed_by',
      'o.summary',
      'c.distance_metres',
    ]);
}

function presentOffer(row: {
  id: Id;
  work_order_id: Id;
  state: string;
  round: number;
  round_ends_at: Instant;
  claimed_by: Id | null;
  summary: unknown;
  distance_metres: number | null;
}) {
  const { arrivalWindow, ...summary } = row.summary as Summary;
  return {
    ...summary,
    id: row.id,
    workOrderId: row.work_order_id,
    state: row.state as OfferState,
    round: row.round,
    roundEndsAt: toRfc3339(row.round_ends_at),
    arrivalWindow:
      arrivalWindow === null
        ? null
        : { start: toRfc3339(arrivalWindow.start), end: toRfc3339(arrivalWindow.end) },
    distanceMetres: row.distance_metres,
    claimedBy: row.claimed_by,
  };
}
