import type { CustomerView, HouseholdView } from '@firstfix/contract/customers/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, toRfc3339, toRfc3339OrNull } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import { livesThere, mustSeeCustomer, mustSeeHousehold, type OrderTies } from '../policy.ts';
import { presentHousehold, shownName, shownPhone } from '../present.ts';
import { openContact, openDoor, openName } from '../store/contact-store.ts';
import { getCustomerRow } from '../store/customer-store.ts';
import { findHousehold, householdsOf, type LoadedHousehold } from '../store/household-store.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';
import { lastWords, listConsents } from './list-consents.ts';

/** Who may see what of whom: the vault opens, the caller decides. */
export interface Looking {
  readonly db: Kysely<DB>;
  readonly vault: Vault;
  readonly ties: OrderTies;
  readonly caller: Caller;
}

/** A customer, masked. */
export async function getCustomer({ db, vault, ties, caller }: Looking, id: Id): Promise<CustomerView> {
  await mustSeeCustomer(ties, caller, id);
  const [row, households, consents] = await Promise.all([
    getCustomerRow(db, id),
    householdsOf(db, id),
    listConsents(db, id),
  ]);
  const contact = openContact(vault, row);
  return {
    id,
    name: shownName(contact?.name),
    phone: shownPhone(contact?.phone),
    registeredAt: toRfc3339(row.registered_at),
    erasedAt: toRfc3339OrNull(row.erased_at),
    households: households.map((one) => showHousehold(vault, caller, one)),
    consents: lastWords(consents),
  };
}

export async function getHousehold({ db, vault, ties, caller }: Looking, id: Id): Promise<HouseholdView> {
  const found = await findHousehold(db, id);
  if (!found) throw notFound('household', id);
  await mustSeeHousehold(ties, caller, found.household);
  return showHousehold(vault, caller, found);
}

function showHousehold(vault: Vault, caller: Caller, found: LoadedHousehold): HouseholdView {
  const { household, doorSealed, members } = found;
  const names = members.map((member) => openName(vault, member));
  const door = livesThere(caller, household) ? openDoor(vault, household.id, doorSealed) : undefined;
  return presentHousehold(household, names, door);
}
