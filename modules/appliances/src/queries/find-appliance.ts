import { type Id, notFound } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { Appliance } from '../appliance.ts';
import { isVisible, mustSeeAppliance } from '../policy.ts';
import { plainSerial } from '../serial-number.ts';
import type { ServiceRecord } from '../service-record.ts';
import { type AppliancesDb, toAppliance, toRecord } from '../store.ts';

/** No home has more than this. */
const MOST = 500;

export async function findAppliance(db: AppliancesDb, id: Id): Promise<Appliance | undefined> {
  const row = await db.selectFrom('appliances.appliance').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toAppliance(row);
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
