import type { Id } from '@firstfix/kernel';
import type { Kysely } from 'kysely';
import type { Household } from '../household.ts';
import { readPhone } from '../phone.ts';
import { shownName } from '../present.ts';
import { openName, phoneHashes } from '../store/contact-store.ts';
import { householdsOf } from '../store/household-store.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';

/** Who has this phone, with their homes; `undefined` when nobody has, or it is no phone. */
export async function findByPhone(
  db: Kysely<DB>,
  vault: Vault,
  phone: string,
): Promise<{ customerId: Id; households: Household[] } | undefined> {
  const customerId = await findIdByPhone(db, vault, phone);
  if (customerId === undefined) return undefined;
  const households = await householdsOf(db, customerId);
  return { customerId, households: households.map(({ household }) => household) };
}

export async function findIdByPhone(db: Kysely<DB>, vault: Vault, phone: string): Promise<Id | undefined> {
  const reading = readPhone(phone);
  if (reading.kind === 'refused') return undefined;
  const row = await db
    .selectFrom('customers.customer')
    .select('id')
    .where('phone_hash', 'in', phoneHashes(vault, reading.phone))
    .executeTakeFirst();
  return row?.id;
}

/** `张*` for each id known here. */
export async function maskedNames(
  db: Kysely<DB>,
  vault: Vault,
  ids: readonly Id[],
): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('customers.customer')
    .select(['id', 'name_sealed'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, shownName(openName(vault, row))]));
}
