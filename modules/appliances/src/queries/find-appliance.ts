import { notFound } from '@firstfix/contract/refusal';
import { type Id, parseInstant } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import type { Appliance } from '../appliance.ts';
import type { ExtendedWarranty } from '../entitlement.ts';
import { isVisible, mustSeeAppliance } from '../policy.ts';
import { plainSerial } from '../serial-number.ts';
import type { ServiceRecord } from '../service-record.ts';
import {
  type ApplianceRow,
  type AppliancesDb,
  type ExtendedRow,
  type RecordRow,
  toAppliance,
  toExtended,
  toRecord,
} from '../store.ts';

/** No home has more than this. */
const MOST = 500;

export async function findAppliance(db: AppliancesDb, id: Id): Promise<Appliance | undefined> {
  const row = await db.selectFrom('appliances.appliance').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toAppliance(row);
}

/** What the guarantees of an appliance depend on beside itself. */
export interface Papers {
  /** Newest first. */
  readonly history: readonly ServiceRecord[];
  readonly extended: readonly ExtendedWarranty[];
}

type JsonRecord = Omit<RecordRow, 'received_at' | 'at'> & {
  readonly received_at: string;
  readonly at: string;
};

type RowWithPapers = ApplianceRow & {
  readonly history: JsonRecord[] | null;
  readonly extended: ExtendedRow[] | null;
};

const WITH_PAPERS = `select a.*,
    (select json_agg(r order by r.at desc, r.id desc)
      from appliances.service_record r where r.appliance_id = a.id) as history,
    (select json_agg(w) from appliances.extended_warranty w where w.appliance_id = a.id) as extended
  from appliances.appliance a where a.id = $1`;

/** The appliance and its papers in one statement: every request about one asks for both. */
export async function findWithPapers(
  db: AppliancesDb,
  id: Id,
): Promise<{ appliance: Appliance; papers: Papers } | undefined> {
  const [row] = (await db.executeQuery<RowWithPapers>(CompiledQuery.raw(WITH_PAPERS, [id]))).rows;
  if (!row) return undefined;
  const history = (row.history ?? []).map((record) =>
    toRecord({ ...record, received_at: parseInstant(record.received_at), at: parseInstant(record.at) }),
  );
  return {
    appliance: toAppliance(row),
    papers: { history, extended: (row.extended ?? []).map(toExtended) },
  };
}

export async function findPapers(db: AppliancesDb, applianceId: Id): Promise<Papers> {
  const [history, extended] = await Promise.all([
    serviceHistory(db, applianceId),
    db
      .selectFrom('appliances.extended_warranty')
      .selectAll()
      .where('appliance_id', '=', applianceId)
      .execute(),
  ]);
  return { history, extended: extended.map(toExtended) };
}

/** 404 when it does not exist for this caller. */
export async function getAppliance(db: AppliancesDb, caller: Caller, id: Id): Promise<Appliance> {
  const appliance = await findAppliance(db, id);
  if (!appliance) throw notFound('appliance', id);
  mustSeeAppliance(caller, appliance);
  return appliance;
}

/** Appliances with this serial number, of whatever brand. */
export async function findAllBySerial(db: AppliancesDb, serialNumber: string): Promise<Appliance[]> {
  const rows = await db
    .selectFrom('appliances.appliance')
    .selectAll()
    .where('serial', '=', plainSerial(serialNumber))
    .orderBy('brand')
    .execute();
  return rows.map(toAppliance);
}

export async function listBySerial(
  db: AppliancesDb,
  caller: Caller,
  serialNumber: string,
): Promise<Appliance[]> {
  return (await findAllBySerial(db, serialNumber)).filter((appliance) => isVisible(caller, appliance));
}

/** What stands in the home today, first registered first. */
export async function listOfHousehold(db: AppliancesDb, householdId: Id): Promise<Appliance[]> {
  const rows = await db
    .selectFrom('appliances.appliance')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('retired_on', 'is', null)
    .orderBy('registered_at')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(toAppliance);
}

/** Newest first. */
export async function serviceHistory(db: AppliancesDb, applianceId: Id): Promise<ServiceRecord[]> {
  const rows = await db
    .selectFrom('appliances.service_record')
    .selectAll()
    .where('appliance_id', '=', applianceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRecord);
}
