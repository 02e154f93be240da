import { type Id, toDate } from '@firstfix/kernel';
import { at, type Tx } from '@firstfix/platform';
import { CompiledQuery, sql } from 'kysely';
import { duplicatesSince, type EarlierRequest, EarlierRequests } from '../duplicates.ts';
import type { DB } from '../tables.ts';

const EARLIER = `select r.id, (select array_agg(i.category) from requests.item i where i.request_id = r.id) as categories
  from requests.service_request r
  where r.household_id = $1 and r.customer_id = $2 and r.registered_at >= $3 and r.state <> 'cancelled'
  order by r.registered_at desc limit 10`;

/** What this customer asked for this household lately, newest first; cancelled requests do not count. */
export async function findEarlierRequests(
  tx: Tx,
  customerId: Id,
  householdId: Id,
): Promise<EarlierRequest[]> {
  const since = toDate(duplicatesSince(tx.now));
  const query = CompiledQuery.raw(EARLIER, [householdId, customerId, since]);
  return (await tx.tables<DB>().executeQuery<EarlierRequest>(query)).rows;
}

/** The same for many homes at once. */
export async function findEarlierOfHouseholds(tx: Tx, householdIds: readonly Id[]): Promise<EarlierRequests> {
  const earlier = new EarlierRequests();
  if (householdIds.length === 0) return earlier;
  const rows = await tx
    .tables<DB>()
    .selectFrom('requests.service_request as r')
    .innerJoin('requests.item as i', 'i.request_id', 'r.id')
    .select([
      'r.id',
      'r.customer_id',
      'r.household_id',
      sql<string[]>`array_agg(i.category)`.as('categories'),
    ])
    .where('r.household_id', '=', sql<Id>`any(${[...new Set(householdIds)]}::uuid[])`)
    .where('r.registered_at', '>=', at(duplicatesSince(tx.now)))
    .where('r.state', '<>', 'cancelled')
    .groupBy('r.id')
    .execute();
  for (const { id, customer_id, household_id, categories } of rows) {
    earlier.add({ customerId: customer_id, householdId: household_id }, { id, categories });
  }
  return earlier;
}
