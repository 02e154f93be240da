import { ID_TAKEN, PHONE_TAKEN } from '@firstfix/contract/customers/endpoints';
import type { AddressInput } from '@firstfix/contract/customers/schemas';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import { type DomainError, type Id, newId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { resolveAddress } from '../home-address.ts';
import { PHONE_REFUSAL_WORDS, readPhone } from '../phone.ts';
import { phoneHashes, sealContact, sealDoor } from '../store/contact-store.ts';
import { chinaDivisions } from '../store/divisions.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';

export interface NewCustomer {
  readonly customerId?: Id;
  readonly householdId?: Id;
  readonly name: string;
  readonly phone: string;
  readonly address: AddressInput;
}

export interface RegisteredCustomer {
  readonly customerId: Id;
  readonly householdId: Id;
}

/** Wording of what a service contract says about personal data. */
export const SERVICE_TERMS_VERSION = '1';

/**
 * A customer with a home of their own; service rests on the contract from now. 409 when the phone or an id is
 * taken (`customerId` of who has the phone stands in the problem), 422 for what is no phone or address.
 */
export async function registerCustomer(
  tx: Tx,
  vault: Vault,
  given: NewCustomer,
): Promise<RegisteredCustomer> {
  const phone = validPhone(given.phone, '/phone');
  const address = resolveAddress(given.address, chinaDivisions());
  const { customerId = newId(), householdId = newId() } = given;
  const contact = sealContact(vault, customerId, { name: given.name.trim(), phone });
  const { point } = given.address;
  const now = toDate(tx.now);
  const { rows } = await sql<{ done: boolean }>`with person as (
      insert into customers.customer (id, key_id, name_sealed, phone_sealed, phone_hash, last_four_hash, name_terms, registered_at)
      select ${customerId}::uuid, ${contact.key_id}::integer, ${contact.name_sealed}::bytea, ${contact.phone_sealed}::bytea,
        ${contact.phone_hash}::bytea, ${contact.last_four_hash}::bytea, ${contact.name_terms}::bytea[], ${now}::timestamptz
      where not exists (select from customers.customer where phone_hash = any(${phoneHashes(vault, phone)}::bytea[]))
        and not exists (select from customers.household where id = ${householdId}::uuid)
      on conflict do nothing returning id
    ), home as (
      insert into customers.household (id, key_id, door_sealed, lat, lng, district_code, community, created_at, version)
      select ${householdId}::uuid, ${contact.key_id}::integer, ${sealDoor(vault, householdId, address.door)}::bytea,
        ${point.lat}::float8, ${point.lng}::float8, ${address.districtCode}, ${address.community}, ${now}::timestamptz, 1
      from person on conflict do nothing returning id
    ), member as (
      insert into customers.household_member (household_id, customer_id, joined_at)
      select home.id, person.id, ${now}::timestamptz from home, person
    ), terms as (
      insert into customers.consent (customer_id, purpose, basis, granted, version, at, actor_role)
      select id, 'service', 'contract', true, ${SERVICE_TERMS_VERSION}, ${now}::timestamptz, ${tx.actor.role} from person
    )
    select exists (select from home) as done`.execute(tx.tables<DB>());
  if (!rows[0]?.done) throw await whyNot(tx, vault, phone);
  return { customerId, householdId };
}

/** A phone in its one writing; 422 with the reason. */
export function validPhone(text: string, pointer: string): string {
  const reading = readPhone(text);
  if (reading.kind !== 'refused') return reading.phone;
  throw invalidField(pointer, PHONE_REFUSAL_WORDS[reading.reason]);
}

async function whyNot(tx: Tx, vault: Vault, phone: string): Promise<DomainError> {
  const owner = await tx
    .tables<DB>()
    .selectFrom('customers.customer')
    .select('id')
    .where('phone_hash', 'in', phoneHashes(vault, phone))
    .executeTakeFirst();
  if (!owner) return idTaken();
  return refusal(409, PHONE_TAKEN, {}, { extra: { customerId: owner.id } });
}

export function idTaken(): DomainError {
  return refusal(409, ID_TAKEN);
}
