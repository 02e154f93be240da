import type { BodyOf, ResponseOf } from '@firstfix/contract';
import type { findCustomers as endpoint } from '@firstfix/contract/customers/endpoints';
import { invalidField } from '@firstfix/contract/refusal';
import { decodeCursor, type Tx, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { comparableName } from '../name-terms.ts';
import { validPhone } from '../operations/register-customer.ts';
import { shownName, shownPhone } from '../present.ts';
import {
  lastFourHashes,
  nameTermSets,
  openContact,
  phoneHashes,
  type SealedContact,
} from '../store/contact-store.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';

interface Row extends SealedContact {
  readonly communities: string[];
}

type Search = BodyOf<typeof endpoint>;

/** Customers that fit all terms given, masked. That somebody searched is audited, for what is not. */
export async function findCustomers(
  tx: Tx,
  vault: Vault,
  search: Search,
): Promise<ResponseOf<typeof endpoint>> {
  if (search.phone === undefined && search.lastFour === undefined && search.name === undefined) {
    throw invalidField('', 'required/search');
  }
  const { limit = 50 } = search;
  const rows = await fetch(tx, vault, search, limit + 1);
  const page = toPage(
    rows,
    limit,
    (row) => row,
    ({ id }) => [id],
  );
  return { next: page.next, items: page.items.flatMap((row) => presentHit(vault, row, search.name)) };
}

function fetch(tx: Tx, vault: Vault, search: Search, limit: number): Promise<Row[]> {
  let rows = tx
    .tables<DB>()
    .selectFrom('customers.customer')
    .select(['id', 'name_sealed', 'phone_sealed'])
    .select(
      sql<string[]>`array(select h.community from customers.household_member m
        join customers.household h on h.id = m.household_id
        where m.customer_id = customers.customer.id order by m.joined_at)`.as('communities'),
    )
    .where('erased_at', 'is', null);
  const { phone, lastFour, name, cursor } = search;
  if (phone !== undefined)
    rows = rows.where('phone_hash', 'in', phoneHashes(vault, validPhone(phone, '/phone')));
  if (lastFour !== undefined) rows = rows.where('last_four_hash', 'in', lastFourHashes(vault, lastFour));
  if (name !== undefined) {
    rows = rows.where(({ or }) =>
      or(nameTermSets(vault, name).map((terms) => sql<SqlBool>`name_terms @> ${terms}::bytea[]`)),
    );
  }
  if (cursor !== undefined) rows = rows.where('id', '>', decodeCursor(cursor, 'id')[0]);
  return rows.orderBy('id').limit(limit).execute();
}

/** Pairs of characters also fit names that hold them in another order: those are left out here. */
function presentHit(vault: Vault, row: Row, wanted: string | undefined) {
  const contact = openContact(vault, row);
  if (!contact) return [];
  if (wanted !== undefined && !comparableName(contact.name).includes(comparableName(wanted))) return [];
  return [
    {
      id: row.id,
      name: shownName(contact.name),
      phone: shownPhone(contact.phone) ?? '',
      communities: row.communities,
    },
  ];
}
