import type { ResponseOf } from '@firstfix/contract';
import type { exportMyData as endpoint } from '@firstfix/contract/customers/endpoints';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import { addressOf } from '../operations/reveal-contact.ts';
import { mustSeeCustomer } from '../policy.ts';
import { openContact } from '../store/contact-store.ts';
import { erased, getCustomerRow } from '../store/customer-store.ts';
import { householdsOf } from '../store/household-store.ts';
import type { Looking } from './get-customer.ts';
import { listConsents } from './list-consents.ts';

/** Everything kept about a customer here, in clear, for that customer. */
export async function exportMyData(
  { db, vault, ties, caller }: Looking,
  customerId: Id,
): Promise<ResponseOf<typeof endpoint>> {
  await mustSeeCustomer(ties, caller, customerId);
  const [row, households, consents] = await Promise.all([
    getCustomerRow(db, customerId),
    householdsOf(db, customerId),
    listConsents(db, customerId),
  ]);
  const contact = openContact(vault, row);
  if (!contact) throw erased();
  return {
    customerId,
    ...contact,
    registeredAt: toRfc3339(row.registered_at),
    households: households.map((one) => addressOf(vault, one)),
    consents,
  };
}
