import type {
  AbsenceKind,
  CertificateCode,
  CertificateLevel,
  Grade,
  OutletStatus,
  OutletTier,
  Standing,
} from '@firstfix/contract/network/states';
import { type Id, notFound, searchTerms, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Absence } from './absence.ts';
import type { EngineerRecord } from './engineer.ts';
import type { Outlet } from './outlet.ts';
import type { ShiftPlan } from './shift-plan.ts';
import type { Certificate } from './skills.ts';
import type { DB, NetworkAbsence, NetworkCertificate, NetworkEngineer, NetworkOutlet } from './tables.ts';
import type { MarketTier, Territory } from './territory.ts';

/** Rows ⇄ aggregates. Lock order: outlet, then engineer. */

export type NetworkDb = Kysely<DB>;
export type OutletRow = Selectable<NetworkOutlet>;
export type EngineerRow = Selectable<NetworkEngineer> & {
  outlet_status: string;
  certificates: Selectable<NetworkCertificate>[];
};

export function selectTerritories(db: NetworkDb) {
  return db
    .selectFrom('network.territory as t')
    .innerJoin('network.city as c', 'c.id', 't.city_id')
    .selectAll('t')
    .select(['c.region_id', 'c.region_code']);
}

type TerritoryRow = Awaited<ReturnType<ReturnType<typeof selectTerritories>['execute']>>[number];

export function toTerritory(row: TerritoryRow): Territory {
  return {
    id: row.id,
    name: row.name,
    cityId: row.city_id,
    regionId: row.region_id,
    regionCode: row.region_code,
    zone: row.zone,
    marketTier: row.market_tier as MarketTier,
    orderOwnerId: row.order_owner_id,
  };
}

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
      search: termsOf(engineer.name),
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

export function toAbsence(
  row: Pick<Selectable<NetworkAbsence>, 'id' | 'kind' | 'start_at' | 'end_at'>,
): Absence {
  return { id: row.id, kind: row.kind as AbsenceKind, start: row.start_at, end: row.end_at };
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

export function toOutlet(row: OutletRow): Outlet {
  return {
    id: row.id,
    name: row.name,
    cityId: row.city_id,
    territoryIds: row.territory_ids,
    tier: row.tier as OutletTier,
    status: row.status as OutletStatus,
    statusReason: row.status_reason,
    stars: row.stars,
    marketTier: row.market_tier,
    categories: row.categories,
    managerId: row.manager_id,
    point: { lat: row.lat, lng: row.lng },
    qualityCertificateUntil: row.quality_certificate_until,
    openedOn: row.opened_on,
    version: row.version,
  };
}

export async function lockOutlet(tx: Tx, id: Id): Promise<Outlet> {
  const row = await tx
    .tables<DB>()
    .selectFrom('network.outlet')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('outlet', id);
  return toOutlet(row);
}

/** Whether it is new: an outlet of that id stays as it is. */
export async function insertOutlet(tx: Tx, outlet: Outlet): Promise<boolean> {
  const row = await tx
    .tables<DB>()
    .insertInto('network.outlet')
    .values({
      ...outletColumns(outlet),
      id: outlet.id,
      city_id: outlet.cityId,
      tier: outlet.tier,
      lat: outlet.point.lat,
      lng: outlet.point.lng,
      opened_on: outlet.openedOn,
      version: outlet.version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveOutlet(tx: Tx, outlet: Outlet): Promise<Outlet> {
  const version = outlet.version + 1;
  await tx
    .tables<DB>()
    .updateTable('network.outlet')
    .set({ ...outletColumns(outlet), version })
    .where('id', '=', outlet.id)
    .execute();
  return { ...outlet, version };
}

function outletColumns(outlet: Outlet) {
  return {
    name: outlet.name,
    territory_ids: [...outlet.territoryIds],
    status: outlet.status,
    status_reason: outlet.statusReason,
    stars: outlet.stars,
    market_tier: outlet.marketTier,
    categories: [...outlet.categories],
    manager_id: outlet.managerId,
    quality_certificate_until: outlet.qualityCertificateUntil,
    search: termsOf(outlet.name),
  };
}

function termsOf(name: string) {
  return sql<string>`array_to_tsvector(${searchTerms(name)}::text[])`;
}
