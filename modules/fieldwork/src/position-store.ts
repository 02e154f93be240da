import { type Id, type Instant, type Point, toDate } from '@firstfix/kernel';
import type { Visit } from '@firstfix/orders';
import { CompiledQuery } from 'kysely';
import type { FieldworkDb } from './store.ts';
import type { Reported } from './track.ts';

/** When the way to a visit began, and ended; by the phone's time. */
export interface Way {
  readonly departedAt: Instant;
  readonly arrivedAt: Instant | null;
}

interface WayRow {
  readonly departed_at: Instant | null;
  readonly arrived_at: Instant | null;
}

/** `undefined` before anybody set out. */
export async function findWay(db: FieldworkDb, visitId: Id): Promise<Way | undefined> {
  const text = 'select departed_at, arrived_at from fieldwork.sheet where visit_id = $1';
  const { rows } = await db.executeQuery<WayRow>(CompiledQuery.raw(text, [visitId]));
  const [row] = rows;
  if (!row || row.departed_at === null) return undefined;
  return { departedAt: row.departed_at, arrivedAt: row.arrived_at };
}

export interface PositionRow {
  readonly at: Instant;
  readonly lat: number;
  readonly lng: number;
  readonly accuracy_metres: number;
}

const LAST_BEFORE = `select at, lat, lng, accuracy_metres from fieldwork.position
  where engineer_id = $1 and at < $2 order by at desc limit 1`;

/** The last position kept of an engineer before that time. */
export async function findPositionBefore(
  db: FieldworkDb,
  engineerId: Id,
  before: Instant,
): Promise<Reported | undefined> {
  const { rows } = await db.executeQuery<PositionRow>(
    CompiledQuery.raw(LAST_BEFORE, [engineerId, toDate(before)]),
  );
  return rows.map(toReported).at(0);
}

/** Newer than what is known only; answers whether it was. */
const KEEP = `with kept as (
    insert into fieldwork.position (engineer_id, at, visit_id, received_at, lat, lng, accuracy_metres)
    select $1, p.at, $2, $3, p.lat, p.lng, p.accuracy_metres
    from unnest($4::timestamptz[], $5::float8[], $6::float8[], $7::real[]) as p (at, lat, lng, accuracy_metres)
    on conflict do nothing
  )
  insert into fieldwork.last_position
    (engineer_id, visit_id, outlet_id, territory_id, at, lat, lng, accuracy_metres, to_lat, to_lng)
  values ($1, $2, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict (engineer_id) do update set
    visit_id = excluded.visit_id, outlet_id = excluded.outlet_id, territory_id = excluded.territory_id, at = excluded.at,
    lat = excluded.lat, lng = excluded.lng, accuracy_metres = excluded.accuracy_metres,
    to_lat = excluded.to_lat, to_lng = excluded.to_lng
  where last_position.at < excluded.at
  returning 1`;

/** Keeps positions in the order of time, in one statement; answers whether the newest is news. */
export async function keepPositions(
  db: FieldworkDb,
  visit: Visit,
  kept: readonly Reported[],
  now: Instant,
): Promise<boolean> {
  const newest = kept.at(-1);
  if (newest === undefined) return false;
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(KEEP, [
      visit.engineerId,
      visit.id,
      toDate(now),
      kept.map(({ at }) => toDate(at)),
      kept.map(({ point }) => point.lat),
      kept.map(({ point }) => point.lng),
      kept.map(({ accuracyMetres }) => accuracyMetres),
      visit.outletId,
      visit.territoryId,
      toDate(newest.at),
      newest.point.lat,
      newest.point.lng,
      newest.accuracyMetres,
      visit.place.point.lat,
      visit.place.point.lng,
    ]),
  );
  return rows.length > 0;
}

/** What was told with setting out counts too: by the index of the same condition the kind stands in the statement as it is. */
const NEWEST_ON_THE_WAY = `select at, lat, lng, accuracy_metres from fieldwork.last_position
    where engineer_id = $1 and visit_id = $2
  union all
  select occurred_at, lat, lng, accuracy_metres from fieldwork.command
    where visit_id = $2 and kind = 'departVisit' and lat is not null
  order by at desc limit 1`;

/** Where the engineer was last on the way to this visit; `undefined` when the phone told nothing. */
export async function findNewest(
  db: FieldworkDb,
  { id, engineerId }: Visit,
): Promise<{ at: Instant; point: Point } | undefined> {
  const { rows } = await db.executeQuery<PositionRow>(CompiledQuery.raw(NEWEST_ON_THE_WAY, [engineerId, id]));
  return rows.map(toReported).at(0);
}

function toReported({ at, lat, lng, accuracy_metres }: PositionRow): Reported {
  return { at, point: { lat, lng }, accuracyMetres: accuracy_metres };
}
