import { ERASED } from '@firstfix/contract/customers/endpoints';
import { notFound, refusal } from '@firstfix/contract/refusal';
import type { DomainError, Id, Instant } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery, type Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import type { SealedContact, SealedPhone } from './contact-store.ts';

export interface CustomerRow extends SealedContact {
  readonly registered_at: Instant;
  readonly erased_at: Instant | null;
}

const COLUMNS = ['id', 'name_sealed', 'phone_sealed', 'registered_at', 'erased_at'] as const;

export async function getCustomerRow(db: Kysely<DB>, id: Id): Promise<CustomerRow> {
  const row = await db
    .selectFrom('customers.customer')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('customer', id);
  return row;
}

/** All that is needed to write to somebody. */
export async function findSealedPhone(db: Kysely<DB>, id: Id): Promise<SealedPhone | undefined> {
  const query = CompiledQuery.raw('select id, phone_sealed from customers.customer where id = $1', [id]);
  return (await db.executeQuery<SealedPhone>(query)).rows[0];
}

/** The customer for the rest of the transaction. 404 when unknown. */
export async function lockCustomer(tx: Tx, id: Id): Promise<CustomerRow> {
  const row = await tx
    .tables<DB>()
    .selectFrom('customers.customer')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('customer', id);
  return row;
}

/** The same, but 409 for a customer who asked to be forgotten. */
export async function lockLivingCustomer(tx: Tx, id: Id): Promise<CustomerRow> {
  const row = await lockCustomer(tx, id);
  if (row.erased_at !== null) throw erased();
  return row;
}

export function erased(): DomainError {
  return refusal(409, ERASED);
}
