import type { Catalogue } from '@firstfix/catalogue';
import { newId } from '@firstfix/kernel';
import { insertRows, type Tx } from '@firstfix/platform';
import type { Appliance } from '../appliance.ts';
import type { NewRecord } from '../operations/record-service.ts';
import { describeAppliance, type NewAppliance } from '../operations/register-appliance.ts';
import { daysInRepair } from '../service-record.ts';
import { applianceColumns, recordColumns } from '../store.ts';

/** Registers the appliances of an empty database at once; nobody is told, as nobody listens yet. */
export async function seedDemoAppliances(
  tx: Tx,
  catalogue: Catalogue,
  given: readonly NewAppliance[],
): Promise<Appliance[]> {
  const appliances = await Promise.all(given.map((one) => describeAppliance(tx, catalogue, one)));
  await insertRows(tx, 'appliances.appliance', appliances.map(applianceColumns));
  return appliances;
}

/** What was done to appliances before the demo began. */
export async function seedPastServices(tx: Tx, given: readonly NewRecord[]): Promise<void> {
  const rows = given.map(({ applianceId, workOrderId, kind, faultCode, at }) =>
    recordColumns(newId(), applianceId, {
      workOrderId,
      kind,
      faultCode,
      outcome: 'done',
      receivedAt: at,
      at,
      daysInRepair: daysInRepair(at, at),
      delayedBy: null,
    }),
  );
  await insertRows(tx, 'appliances.service_record', rows);
}
