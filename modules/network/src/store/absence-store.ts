import type { AbsenceKind } from '@firstfix/contract/network/states';
import { type Id, type Instant, toDate } from '@firstfix/kernel';
import { at, type Tx } from '@firstfix/platform';
import type { Selectable } from 'kysely';
import type { Absence, EngineerAbsence } from '../absence.ts';
import type { DB, NetworkAbsence } from '../tables.ts';
import type { NetworkDb } from './territory-store.ts';

export function toAbsence(
  row: Pick<Selectable<NetworkAbsence>, 'id' | 'kind' | 'start_at' | 'end_at'>,
): Absence {
  return { id: row.id, kind: row.kind as AbsenceKind, start: row.start_at, end: row.end_at };
}

/** Absences of a territory's engineers that touch the time from `from` to `to`. */
export async function listAbsences(
  db: NetworkDb,
  territoryId: Id,
  from: Instant,
  to: Instant,
): Promise<EngineerAbsence[]> {
  const rows = await db
    .selectFrom('network.absence as a')
    .innerJoin('network.engineer as e', 'e.id', 'a.engineer_id')
    .select(['a.engineer_id', 'a.start_at', 'a.end_at'])
    .where('e.territory_id', '=', territoryId)
    .where('a.end_at', '>', at(from))
    .where('a.start_at', '<', at(to))
    .execute();
  return rows.map((row) => ({ engineerId: row.engineer_id, start: row.start_at, end: row.end_at }));
}

/** Whether it is new. */
export async function insertAbsence(tx: Tx, engineerId: Id, absence: Absence): Promise<boolean> {
  const row = await tx
    .tables<DB>()
    .insertInto('network.absence')
    .values({
      id: absence.id,
      engineer_id: engineerId,
      kind: absence.kind,
      start_at: toDate(absence.start),
      end_at: toDate(absence.end),
      reported_at: toDate(tx.now),
      reported_by: tx.actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The absence that was there. */
export async function deleteAbsence(tx: Tx, engineerId: Id, id: Id): Promise<Absence | undefined> {
  const row = await tx
    .tables<DB>()
    .deleteFrom('network.absence')
    .where('id', '=', id)
    .where('engineer_id', '=', engineerId)
    .returningAll()
    .executeTakeFirst();
  return row && toAbsence(row);
}
