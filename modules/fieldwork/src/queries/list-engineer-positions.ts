import type { QueryOf } from '@firstfix/contract';
import type { listEngineerPositions as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { EngineerPosition } from '@firstfix/contract/fieldwork/positions';
import { HOUR, type Id, type Instant, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import { at, type Caller, decodeCursor, rowsInScope, toPage } from '@firstfix/platform';
import { sql } from 'kysely';
import { arrivalEstimate, isFresh } from '../approach.ts';
import type { FieldworkDb } from '../store.ts';

/** Who told nothing for this long has gone home. */
const SHOWN_FOR = 4 * HOUR;
const PAGE = 50;

interface Asked {
  readonly caller: Caller;
  readonly query: QueryOf<typeof endpoint>;
  readonly now: Instant;
}

/** The newest position of each engineer in the caller's rows, by engineer. */
export async function listEngineerPositions(db: FieldworkDb, { caller, query, now }: Asked) {
  const { territoryId, cursor, limit = PAGE } = query;
  let rows = db
    .with('mine', (outer) =>
      outer.selectFrom('fieldwork.last_position').selectAll().where(rowsInScope(caller)),
    )
    .selectFrom('mine')
    .leftJoin('fieldwork.sheet as s', 's.visit_id', 'mine.visit_id')
    .selectAll('mine')
    .select(sql<boolean>`s.arrived_at is null and s.ended_at is null`.as('on_the_way'))
    .where('mine.at', '>=', at(now - SHOWN_FOR));
  if (territoryId) rows = rows.where('mine.territory_id', '=', territoryId);
  if (cursor) rows = rows.where('mine.engineer_id', '>', decodeCursor(cursor, 'id')[0]);
  const found = await rows
    .orderBy('mine.engineer_id')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => present(row, now),
    ({ engineer_id }) => [engineer_id],
  );
}

interface Row {
  readonly engineer_id: Id;
  readonly visit_id: Id;
  readonly at: Instant;
  readonly lat: number;
  readonly lng: number;
  readonly accuracy_metres: number;
  readonly to_lat: number;
  readonly to_lng: number;
  readonly on_the_way: boolean;
}

function present(row: Row, now: Instant): EngineerPosition {
  const point = { lat: row.lat, lng: row.lng };
  const to = { lat: row.to_lat, lng: row.to_lng };
  const known = row.on_the_way && isFresh(row.at, now);
  return {
    engineerId: row.engineer_id,
    visitId: row.visit_id,
    onTheWay: row.on_the_way,
    at: toRfc3339(row.at),
    point,
    accuracyMetres: row.accuracy_metres,
    arrivesAt: toRfc3339OrNull(known ? arrivalEstimate(point, row.at, to, now) : null),
  };
}
