import { OPEN_ORDERS } from '@firstfix/contract/customers/endpoints';
import { CUSTOMER_ERASED } from '@firstfix/contract/customers/events';
import { refusal } from '@firstfix/contract/refusal';
import { type Id, type Instant, toDate, toRfc3339 } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { sql } from 'kysely';
import { mustSeeCustomer, type OrderTies } from '../policy.ts';
import { lockCustomer } from '../store/customer-store.ts';
import type { DB } from '../tables.ts';

/**
 * Wipes what is sealed of a customer and of the homes where nobody else is left; points there are blurred to
 * about a kilometre. Ids, consents and the record of the erasure stay. Asking twice is answered like once.
 */
export async function eraseCustomer(
  tx: Tx,
  ties: OrderTies,
  caller: Caller,
  customerId: Id,
): Promise<Instant> {
  await mustSeeCustomer(ties, caller, customerId, tx);
  const row = await lockCustomer(tx, customerId);
  if (row.erased_at !== null) return row.erased_at;
  if (await ties.hasOpenOrder(customerId, tx)) {
    throw refusal(409, OPEN_ORDERS);
  }
  await wipe(tx, customerId);
  tx.emit(CUSTOMER_ERASED, { customerId, at: toRfc3339(tx.now) });
  return tx.now;
}

async function wipe(tx: Tx, customerId: Id): Promise<void> {
  const db = tx.tables<DB>();
  const at = toDate(tx.now);
  await Promise.all([
    db
      .updateTable('customers.customer')
      .set({
        name_sealed: null,
        phone_sealed: null,
        phone_hash: null,
        last_four_hash: null,
        name_terms: [],
        erased_at: at,
      })
      .where('id', '=', customerId)
      .execute(),
    wipeEmptyHomes(tx, customerId),
    db
      .insertInto('customers.erasure')
      .values({ customer_id: customerId, at, actor_role: tx.actor.role, actor_id: tx.actor.id })
      .execute(),
  ]);
}

async function wipeEmptyHomes(tx: Tx, customerId: Id): Promise<void> {
  await sql`update customers.household h
    set door_sealed = null, lat = round(lat::numeric, 2), lng = round(lng::numeric, 2), version = version + 1
    where id in (select household_id from customers.household_member where customer_id = ${customerId}::uuid)
      and not exists (select from customers.household_member m join customers.customer c on c.id = m.customer_id
        where m.household_id = h.id and c.erased_at is null)`.execute(tx.tables<DB>());
}
