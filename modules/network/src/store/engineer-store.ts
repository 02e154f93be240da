import type {
  CertificateCode,
  CertificateLevel,
  Grade,
  OutletStatus,
  Standing,
} from '@firstfix/contract/network/states';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { EngineerRecord } from '../engineer.ts';
import type { ShiftPlan } from '../shift-plan.ts';
import type { Certificate } from '../skills.ts';
import type { DB, NetworkCertificate, NetworkEngineer } from '../tables.ts';
import { searchColumn } from './search-column.ts';
import type { NetworkDb } from './territory-store.ts';

/** Engineers with their certificates. Lock order: outlet, then engineer. */

export type EngineerRow = Selectable<NetworkEngineer> & {
  outlet_status: string;
  certificates: Selectable<NetworkCertificate>[];
};

/** Engineers with their outlet's status and their certificates. */
export function selectEngineers(db: NetworkDb) {
  return db
    .selectFrom('network.engineer as e')
    .innerJoin('network.outlet as o', 'o.id', 'e.outlet_id')
    .selectAll('e')
    .select('o.status as outlet_status')
    .select(
      sql<Selectable<NetworkCertificate>[]>`(select coalesce(jsonb_agg(c order by c.expires_on, c.id), '[]')
        from network.certificate c where c.engineer_id = e.id)`.as('certificates'),
    );
}

export function toEngineer(row: EngineerRow): EngineerRecord {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    outletId: row.outlet_id,
    outletStatus: row.outlet_status as OutletStatus,
    territoryId: row.territory_id,
    home: { lat: row.home_lat, lng: row.home_lng },
    grade: row.grade as Grade,
    standing: row.standing as Standing,
    standingReason: row.standing_reason,
    standingBy: row.standing_by,
    stars: row.stars,
    licenceNumber: row.licence_number,
    licencePoints: row.licence_points,
    licenceExpiresOn: row.licence_expires_on,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    // written by this module only, through the schema of the contract
    shifts: row.shifts as ShiftPlan,
    certificates: row.certificates.map(toCertificate),
    version: row.version,
  };
}

function toCertificate(row: Selectable<NetworkCertificate>): Certificate {
  return {
    id: row.id,
    code: row.code as CertificateCode,
    category: row.category,
    level: row.level as CertificateLevel | null,
    number: row.number,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
  };
}

export async function lockEngineer(tx: Tx, id: Id): Promise<EngineerRecord> {
  const row = await selectEngineers(tx.tables<DB>()).where('e.id', '=', id).forUpdate('e').executeTakeFirst();
  if (!row) throw notFound('engineer', id);
  return toEngineer(row);
}

/** What a new engineer brings beside the record; the licence number is given by the database. */
export type NewEngineerRow = Omit<EngineerRecord, 'licenceNumber' | 'outletStatus' | 'certificates'>;

/** The licence number; `undefined` when the id, the user or the phone is an engineer's already. */
export async function insertEngineer(
  tx: Tx,
  engineer: NewEngineerRow,
  phoneHash: Buffer,
): Promise<string | undefined> {
  const row = await tx
    .tables<DB>()
    .insertInto('network.engineer')
    .values({
      ...engineerColumns(engineer),
      id: engineer.id,
      user_id: engineer.userId,
      name: engineer.name,
      phone_hash: phoneHash,
      home_lat: engineer.home.lat,
      home_lng: engineer.home.lng,
      joined_on: engineer.joinedOn,
      version: engineer.version,
      search: searchColumn(engineer.name),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('licence_number')
    .executeTakeFirst();
  return row?.licence_number;
}

/** Saves what may change; the answer is the engineer at the new version. */
export async function saveEngineer(tx: Tx, engineer: EngineerRecord): Promise<EngineerRecord> {
  const version = engineer.version + 1;
  await tx
    .tables<DB>()
    .updateTable('network.engineer')
    .set({ ...engineerColumns(engineer), version })
    .where('id', '=', engineer.id)
    .execute();
  return { ...engineer, version };
}

function engineerColumns(engineer: NewEngineerRow) {
  return {
    outlet_id: engineer.outletId,
    territory_id: engineer.territoryId,
    grade: engineer.grade,
    standing: engineer.standing,
    standing_reason: engineer.standingReason,
    standing_by: engineer.standingBy,
    stars: engineer.stars,
    licence_points: engineer.licencePoints,
    licence_expires_on: engineer.licenceExpiresOn,
    left_on: engineer.leftOn,
    shifts: JSON.stringify(engineer.shifts),
  } satisfies Partial<Insertable<NetworkEngineer>>;
}

/** Which of the certificates are new; one with the id or the code and number of another is not. */
export async function insertCertificates(
  tx: Tx,
  certificates: readonly (Certificate & { readonly engineerId: Id })[],
): Promise<Id[]> {
  if (certificates.length === 0) return [];
  const rows = await tx
    .tables<DB>()
    .insertInto('network.certificate')
    .values(
      certificates.map((one) => ({
        id: one.id,
        engineer_id: one.engineerId,
        code: one.code,
        category: one.category,
        level: one.level,
        number: one.number,
        issued_on: one.issuedOn,
        expires_on: one.expiresOn,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
