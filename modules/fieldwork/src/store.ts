import type { DoorCodeOutcome, FiveOne } from '@firstfix/contract/fieldwork/codes';
import { type Id, toDateOrNull } from '@firstfix/kernel';
import { type Write, writesOf } from '@firstfix/platform';
import { CompiledQuery, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Job, Sheet } from './sheet.ts';
import type { DB, FieldworkSheet } from './tables.ts';

/** Rows ⇄ sheet. A visit's commands follow one another: they hold the visit's lock before they come here. */

/** Writes of this module's tables. */
export const { adding, changing } = writesOf<DB>();

export type FieldworkDb = Kysely<DB>;
export type SheetRow = Selectable<FieldworkSheet>;

/** A sheet as it was loaded, with the secret behind its door codes. */
export interface LoadedSheet {
  readonly sheet: Sheet;
  readonly doorSecret: Buffer;
}

const FIND_SHEET = 'select * from fieldwork.sheet where visit_id = $1';

export async function findSheet(db: FieldworkDb, visitId: Id): Promise<LoadedSheet | undefined> {
  const { rows } = await db.executeQuery<SheetRow>(CompiledQuery.raw(FIND_SHEET, [visitId]));
  return rows.map(toLoadedSheet).at(0);
}

/** What the visit's door codes follow from; `undefined` before anybody set out. */
export async function findDoorSecret(db: FieldworkDb, visitId: Id): Promise<Buffer | undefined> {
  const text = 'select door_secret from fieldwork.sheet where visit_id = $1';
  const { rows } = await db.executeQuery<Pick<SheetRow, 'door_secret'>>(CompiledQuery.raw(text, [visitId]));
  return rows[0]?.door_secret;
}

/** The sheets of an order's visits, the latest first. */
export async function sheetsOfOrders(db: FieldworkDb, workOrderIds: readonly Id[]): Promise<Sheet[]> {
  const text = 'select * from fieldwork.sheet where work_order_ids && $1::uuid[] order by departed_at desc';
  const { rows } = await db.executeQuery<SheetRow>(CompiledQuery.raw(text, [[...workOrderIds]]));
  return rows.map(toSheet);
}

export function openSheet(sheet: Sheet, doorSecret: Buffer): Write {
  return adding('fieldwork.sheet', { ...sheetColumns(sheet, doorSecret), jobs: JSON.stringify(sheet.jobs) });
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

export function saveSheet(sheet: Sheet): Write {
  return changing('fieldwork.sheet', { visit_id: sheet.visitId }, movingColumns(sheet));
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

export function toLoadedSheet(row: SheetRow): LoadedSheet {
  return { sheet: toSheet(row), doorSecret: row.door_secret };
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
