import { CONSENT_CHANGED } from '@firstfix/contract/customers/events';
import type { ConsentPurpose, ConsentView } from '@firstfix/contract/customers/schemas';
import { type Id, toDate, toRfc3339 } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { mustSeeCustomer, type OrderTies } from '../policy.ts';
import { lockLivingCustomer } from '../store/customer-store.ts';
import type { DB } from '../tables.ts';

interface Asked {
  readonly caller: Caller;
  readonly customerId: Id;
  readonly purpose: ConsentPurpose;
  readonly granted: boolean;
  readonly version: string;
}

/** Adds the customer's latest word on a purpose; earlier ones stay as proof. */
export async function setConsent(tx: Tx, ties: OrderTies, asked: Asked): Promise<ConsentView> {
  const { caller, customerId, purpose, granted, version } = asked;
  await mustSeeCustomer(ties, caller, customerId, tx);
  await lockLivingCustomer(tx, customerId);
  await tx
    .tables<DB>()
    .insertInto('customers.consent')
    .values({
      customer_id: customerId,
      purpose,
      basis: 'consent',
      granted,
      version,
      at: toDate(tx.now),
      actor_role: caller.role,
    })
    .execute();
  const at = toRfc3339(tx.now);
  tx.emit(CONSENT_CHANGED, { customerId, purpose, granted, at });
  tx.audit({
    action: 'setConsent',
    subjectType: 'customer',
    subjectId: customerId,
    after: { purpose, granted, version },
  });
  return { purpose, basis: 'consent', granted, version, at };
}
