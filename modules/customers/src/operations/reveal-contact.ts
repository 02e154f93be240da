import type { ContactView, RevealPurpose } from '@firstfix/contract/customers/schemas';
import type { Id } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { mustSeeCustomer, type OrderTies } from '../policy.ts';
import { openContact, openDoor, openPhone } from '../store/contact-store.ts';
import { erased, findSealedPhone, getCustomerRow } from '../store/customer-store.ts';
import { householdsOf, type LoadedHousehold } from '../store/household-store.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';

/** Name, phone and doors in clear; who looked and why goes to the audit trail. */
export async function revealContact(
  tx: Tx,
  vault: Vault,
  ties: OrderTies,
  asked: { caller: Caller; customerId: Id; purpose: RevealPurpose },
): Promise<ContactView> {
  const { caller, customerId, purpose } = asked;
  await mustSeeCustomer(ties, caller, customerId, tx);
  const db = tx.tables<DB>();
  const [row, households] = await Promise.all([getCustomerRow(db, customerId), householdsOf(db, customerId)]);
  const contact = openContact(vault, row);
  if (!contact) throw erased();
  auditReveal(tx, customerId, purpose, ['name', 'phone', 'door']);
  return { ...contact, households: households.map((one) => addressOf(vault, one)) };
}

export function addressOf(vault: Vault, { household: { id, place }, doorSealed }: LoadedHousehold) {
  const { districtCode, community } = place;
  return { id, districtCode, community, door: openDoor(vault, id, doorSealed) ?? '' };
}

/** The phone to call or write to, for a machine that does; `undefined` when unknown or erased. Audited. */
export async function phoneOf(
  tx: Tx,
  vault: Vault,
  customerId: Id,
  purpose: string,
): Promise<string | undefined> {
  const row = await findSealedPhone(tx.tables<DB>(), customerId);
  const phone = row && openPhone(vault, row);
  if (phone !== undefined) auditReveal(tx, customerId, purpose, ['phone']);
  return phone;
}

function auditReveal(tx: Tx, customerId: Id, purpose: string, fields: readonly string[]): void {
  tx.audit({
    action: 'revealContact',
    subjectType: 'customer',
    subjectId: customerId,
    after: { purpose, fields },
  });
}
