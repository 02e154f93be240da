import type { AddressInput } from '@firstfix/contract/customers/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, newId, toDate } from '@firstfix/kernel';
import { type Caller, checkVersion, type Tx } from '@firstfix/platform';
import { resolveAddress } from '../home-address.ts';
import { mustSeeCustomer, mustSeeHousehold, type OrderTies } from '../policy.ts';
import { sealDoor } from '../store/contact-store.ts';
import { lockLivingCustomer } from '../store/customer-store.ts';
import { chinaDivisions } from '../store/divisions.ts';
import { findHousehold } from '../store/household-store.ts';
import type { Vault } from '../store/vault.ts';
import type { DB } from '../tables.ts';
import { idTaken } from './register-customer.ts';

/** How an answer names a household: no word of where it is. */
interface HouseholdRef {
  readonly householdId: Id;
  readonly version: number;
}

/** Another home of a customer. 409 when the id is taken. */
export async function addHousehold(
  tx: Tx,
  vault: Vault,
  ties: OrderTies,
  asked: { caller: Caller; customerId: Id; householdId: Id | undefined; address: AddressInput },
): Promise<HouseholdRef> {
  await mustSeeCustomer(ties, asked.caller, asked.customerId, tx);
  await lockLivingCustomer(tx, asked.customerId);
  const id = asked.householdId ?? newId();
  const added = await tx
    .tables<DB>()
    .insertInto('customers.household')
    .values({ id, ...addressColumns(vault, id, asked.address), created_at: toDate(tx.now), version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw idTaken();
  await addMember(tx, id, asked.customerId);
  return { householdId: id, version: 1 };
}

/** A registered customer belongs to this household too; once is enough. */
export async function joinHousehold(
  tx: Tx,
  ties: OrderTies,
  asked: { caller: Caller; householdId: Id; customerId: Id },
): Promise<HouseholdRef> {
  const version = await lockHousehold(tx, ties, asked.caller, asked.householdId);
  await lockLivingCustomer(tx, asked.customerId);
  await addMember(tx, asked.householdId, asked.customerId);
  return { householdId: asked.householdId, version };
}

/** 412 when somebody corrected the address since the caller read it. */
export async function changeAddress(
  tx: Tx,
  vault: Vault,
  ties: OrderTies,
  asked: { caller: Caller; householdId: Id; address: AddressInput; ifMatch: number | undefined },
): Promise<HouseholdRef> {
  const { householdId } = asked;
  const before = await lockHousehold(tx, ties, asked.caller, householdId);
  checkVersion(before, asked.ifMatch);
  const version = before + 1;
  await tx
    .tables<DB>()
    .updateTable('customers.household')
    .set({ ...addressColumns(vault, householdId, asked.address), version })
    .where('id', '=', householdId)
    .execute();
  return { householdId, version };
}

/** Locks the household and gives its version; 404 outside the caller's rows. */
async function lockHousehold(tx: Tx, ties: OrderTies, caller: Caller, id: Id): Promise<number> {
  const db = tx.tables<DB>();
  const [row, found] = await Promise.all([
    db
      .selectFrom('customers.household')
      .select('version')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
    findHousehold(db, id),
  ]);
  if (!row || !found) throw notFound('household', id);
  await mustSeeHousehold(ties, caller, found.household, tx);
  return row.version;
}

async function addMember(tx: Tx, householdId: Id, customerId: Id): Promise<void> {
  await tx
    .tables<DB>()
    .insertInto('customers.household_member')
    .values({ household_id: householdId, customer_id: customerId, joined_at: toDate(tx.now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function addressColumns(vault: Vault, id: Id, input: AddressInput) {
  const { districtCode, community, door } = resolveAddress(input, chinaDivisions());
  return {
    key_id: vault.keyId,
    door_sealed: sealDoor(vault, id, door),
    lat: input.point.lat,
    lng: input.point.lng,
    district_code: districtCode,
    community,
  };
}
