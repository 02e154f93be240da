import * as api from '@firstfix/contract/customers/endpoints';
import { toRfc3339 } from '@firstfix/kernel';
import { type Caller, command, query, type Route } from '@firstfix/platform';
import type { Kysely } from 'kysely';
import { readAddress } from './address.ts';
import { addHousehold, changeAddress, joinHousehold } from './operations/add-household.ts';
import { eraseCustomer } from './operations/erase-customer.ts';
import { registerCustomer } from './operations/register-customer.ts';
import { revealContact } from './operations/reveal-contact.ts';
import { setConsent } from './operations/set-consent.ts';
import type { OrderTies } from './policy.ts';
import { exportMyData } from './queries/export-my-data.ts';
import { findCommunities } from './queries/find-communities.ts';
import { findCustomers } from './queries/find-customers.ts';
import { getCustomer, getHousehold } from './queries/get-customer.ts';
import { chinaDivisions } from './store/divisions.ts';
import type { Vault } from './store/vault.ts';
import type { DB } from './tables.ts';

/** Contract endpoint → operation or query. */
export function customersRoutes(db: Kysely<DB>, vault: Vault, ties: OrderTies): Route[] {
  const looking = (caller: Caller) => ({ db, vault, ties, caller });
  return [
    command(api.registerCustomer, (tx, { body }) => registerCustomer(tx, vault, body)),
    command(api.findCustomers, (tx, { body }) => findCustomers(tx, vault, body)),
    query(api.getCustomer, ({ params, caller }) => getCustomer(looking(caller), params.id)),
    command(api.revealContact, (tx, { params, body, caller }) =>
      revealContact(tx, vault, ties, { caller, customerId: params.id, purpose: body.purpose }),
    ),
    query(api.getHousehold, ({ params, caller }) => getHousehold(looking(caller), params.id)),
    command(api.addHousehold, (tx, { params, body: { householdId, address }, caller }) =>
      addHousehold(tx, vault, ties, { caller, customerId: params.id, householdId, address }),
    ),
    command(api.joinHousehold, (tx, { params, body, caller }) =>
      joinHousehold(tx, ties, { caller, householdId: params.id, customerId: body.customerId }),
    ),
    command(api.changeAddress, (tx, { params, body, ifMatch, caller }) =>
      changeAddress(tx, vault, ties, { caller, householdId: params.id, address: body.address, ifMatch }),
    ),
    command(api.setConsent, (tx, { params: { id, purpose }, body, caller }) =>
      setConsent(tx, ties, { caller, customerId: id, purpose, ...body }),
    ),
    query(api.exportMyData, ({ params, caller }) => exportMyData(looking(caller), params.id)),
    command(api.eraseCustomer, async (tx, { params, caller }) => {
      const erasedAt = await eraseCustomer(tx, ties, caller, params.id);
      return { customerId: params.id, erasedAt: toRfc3339(erasedAt) };
    }),
    query(api.findCommunities, ({ query: asked }) => findCommunities(db, asked.text)),
    command(api.parseAddress, async (_, { body }) => {
      const reading = readAddress(body.text, chinaDivisions());
      return reading.kind === 'read'
        ? { candidates: [...reading.candidates], reason: null }
        : { candidates: [], reason: reading.reason };
    }),
  ];
}
