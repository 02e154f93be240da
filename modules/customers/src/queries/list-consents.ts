import type { ConsentPurpose, ConsentView } from '@firstfix/contract/customers/schemas';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import type { Kysely } from 'kysely';
import type { DB } from '../tables.ts';

/** Every word a customer gave, oldest first. */
export async function listConsents(db: Kysely<DB>, customerId: Id): Promise<ConsentView[]> {
  const rows = await db
    .selectFrom('customers.consent')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .execute();
  return rows.map(({ purpose, basis, granted, version, at }) => ({
    purpose: purpose as ConsentView['purpose'],
    basis: basis as ConsentView['basis'],
    granted,
    version,
    at: toRfc3339(at),
  }));
}

/** The last word on each purpose. */
export function lastWords(consents: readonly ConsentView[]): ConsentView[] {
  return [...new Map(consents.map((consent) => [consent.purpose, consent])).values()];
}

/** Whether the customer's last word on the purpose is yes. */
export async function hasConsent(db: Kysely<DB>, customerId: Id, purpose: ConsentPurpose): Promise<boolean> {
  const row = await db
    .selectFrom('customers.consent')
    .select('granted')
    .where('customer_id', '=', customerId)
    .where('purpose', '=', purpose)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.granted ?? false;
}
