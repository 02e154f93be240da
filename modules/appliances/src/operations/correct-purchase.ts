import type { BodyOf } from '@firstfix/contract';
import type { correctPurchase as endpoint } from '@firstfix/contract/appliances/endpoints';
import { fen, type Id, type Money } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { type Appliance, mustBePossible, type Purchase } from '../appliance.ts';
import { mustSeeAppliance } from '../policy.ts';
import { lockAppliance, saveAppliance } from '../store.ts';

/** Corrects what is known of the purchase; the audit trail keeps what was there before, and why. */
export async function correctPurchase(
  tx: Tx,
  caller: Caller,
  id: Id,
  { body, ifMatch }: { body: BodyOf<typeof endpoint>; ifMatch: number | undefined },
): Promise<Appliance> {
  const { reason, ...changes } = body;
  const before = await lockAppliance(tx, id);
  mustSeeAppliance(caller, before);
  checkVersion(before.version, ifMatch);
  const corrected: Appliance = { ...before, ...changes, invoiceFen: priceOf(changes.invoiceFen, before) };
  mustBePossible(corrected, localDateOf(tx.now, DEFAULT_ZONE));
  tx.audit({
    action: 'correctPurchase',
    subjectType: 'appliance',
    subjectId: id,
    before: { ...purchaseOf(before) },
    after: { ...purchaseOf(corrected), reason },
  });
  return saveAppliance(tx, corrected);
}

/** Left out, it stays; null takes it back. */
function priceOf(given: number | null | undefined, before: Purchase): Money | null {
  if (given === undefined) return before.invoiceFen;
  return given === null ? null : fen(given);
}

function purchaseOf({ boughtOn, invoiceNumber, invoiceFen, deliveredOn, installedOn }: Purchase): Purchase {
  return { boughtOn, invoiceNumber, invoiceFen, deliveredOn, installedOn };
}
