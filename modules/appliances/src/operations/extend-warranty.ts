import { invalidField } from '@firstfix/contract/refusal';
import { type Id, newId } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { ExtendedWarranty } from '../entitlement.ts';
import { lockAppliance } from '../store.ts';
import type { DB } from '../tables.ts';

/** An extended warranty that was sold. A contract counts once. */
export async function extendWarranty(tx: Tx, applianceId: Id, sold: ExtendedWarranty): Promise<void> {
  const { contractNumber, covers, startsOn, untilOn } = sold;
  if (untilOn < startsOn) throw invalidField('/untilOn', 'before_start', { startsOn });
  await lockAppliance(tx, applianceId);
  await tx
    .tables<DB>()
    .insertInto('appliances.extended_warranty')
    .values({
      id: newId(),
      appliance_id: applianceId,
      contract_number: contractNumber,
      covers,
      starts_on: startsOn,
      until_on: untilOn,
    })
    .onConflict((conflict) => conflict.column('contract_number').doNothing())
    .execute();
}
