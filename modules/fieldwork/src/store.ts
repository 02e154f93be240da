import type { DoorCodeOutcome, FiveOne } from '@firstfix/contract/fieldwork/codes';
import { type Id, toDateOrNull } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Job, Sheet } from './sheet.ts';
import type { DB, FieldworkSheet } from './tables.ts';

/** Rows ⇄ sheet. A visit's commands follow one another: they hold the visit's lock before they come here. */

export type FieldworkDb = Kysely<DB>;
type SheetRow = Selectable<FieldworkSheet>;

/** A sheet as it was loaded, with the secret behind its door codes. */
export interface LoadedSheet {
  readonly sheet: Sheet;
  readonly doorSecret: Buffer;
}

export async function findSheet(db: FieldworkDb, visitId: Id): Promise<LoadedSheet | undefined> {
  const row = await db
    .selectFrom('fieldwork.sheet')
    .selectAll()
    .where('visit_id', '=', visitId)
    .executeTakeFirst();
  return row && { sheet: toSheet(row), doorSecret: row.door_secret };
}

/** The sheets of an order's visits, the latest first. */
export async function sheetsOfOrders(db: FieldworkDb, workOrderIds: readonly Id[]): Promise<Sheet[]> {
  const rows = await db
    .selectFrom('fieldwork.sheet')
    .selectAll()
    .where(sql<boolean>`work_order_ids && ${[...workOrderIds]}::uuid[]`)
    .orderBy('departed_at', 'desc')
    .execute();
  return rows.map(toSheet);
}

export async function insertSheet(tx: Tx, sheet: Sheet, doorSecret: Buffer): Promise<void> {
  await tx
    .tables<DB>()
    .insertInto('fieldwork.sheet')
    .values({ ...sheetColumns(sheet, doorSecret), jobs: JSON.stringify(sheet.jobs) })
    .execute();
}

/** The whole row. */
export function sheetColumns(sheet: Sheet, doorSecret: Buffer) {
  return {
    visit_id: sheet.visitId,
    work_order_ids: [...sheet.workOrderIds],
    engineer_id: sheet.engineerId,
    territory_id: sheet.territoryId,
    door_secret: doorSecret,
    ...movingColumns(sheet),
    jobs: sheet.jobs,
  };
}

export async function saveSheet(tx: Tx, sheet: Sheet): Promise<void> {
  await tx
    .tables<DB>()
    .updateTable('fieldwork.sheet')
    .set(movingColumns(sheet))
    .where('visit_id', '=', sheet.visitId)
    .execute();
}

function movingColumns(sheet: Sheet) {
  return {
    departed_at: toDateOrNull(sheet.departedAt),
    arrived_at: toDateOrNull(sheet.arrivedAt),
    began_at: toDateOrNull(sheet.beganAt),
    ended_at: toDateOrNull(sheet.endedAt),
    ended_how: sheet.endedHow,
    distance_metres: sheet.distanceMetres,
    accuracy_metres: sheet.accuracyMetres,
    outside_reason: sheet.outsideReason,
    door_code: sheet.doorCode,
    wrong_door_codes: sheet.wrongDoorCodes,
    five_ones: sheet.fiveOnes === null ? null : [...sheet.fiveOnes],
    clock_skewed: sheet.clockSkewed,
    jobs: JSON.stringify(sheet.jobs),
    version: sheet.version,
  } satisfies Partial<Insertable<FieldworkSheet>>;
}

function toSheet(row: SheetRow): Sheet {
  return {
    visitId: row.visit_id,
    workOrderIds: row.work_order_ids,
    engineerId: row.engineer_id,
    territoryId: row.territory_id,
    departedAt: row.departed_at,
    arrivedAt: row.arrived_at,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    endedHow: row.ended_how as Sheet['endedHow'],
    distanceMetres: row.distance_metres,
    accuracyMetres: row.accuracy_metres,
    outsideReason: row.outside_reason,
    doorCode: row.door_code as DoorCodeOutcome | null,
    wrongDoorCodes: row.wrong_door_codes,
    fiveOnes: row.five_ones as FiveOne[] | null,
    clockSkewed: row.clock_skewed,
    // written by `movingColumns` only
    jobs: row.jobs as object as Record<Id, Job>,
    version: row.version,
  };
}
