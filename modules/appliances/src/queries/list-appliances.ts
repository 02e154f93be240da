import type { QueryOf, ResponseOf } from '@firstfix/contract';
import type { listAppliances as endpoint } from '@firstfix/contract/appliances/endpoints';
import { invalidField } from '@firstfix/contract/refusal';
import { type Caller, decodeCursor, PLAN_EACH_TIME, toPage } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { presentAppliance } from '../present.ts';
import { type AppliancesDb, toAppliance } from '../store.ts';

const PAGE = 50;

/** Appliances of a household or a customer, first registered first. 422 when the office names neither. */
export async function listAppliances(
  db: AppliancesDb,
  caller: Caller,
  query: QueryOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const { cursor, limit = PAGE, householdId, customerId } = query;
  if (caller.scope === 'all' && householdId === undefined && customerId === undefined) {
    throw invalidField('/householdId', 'required/household_or_customer');
  }
  let rows = db.selectFrom('appliances.appliance').selectAll().modifyFront(sql.raw(PLAN_EACH_TIME));
  if (caller.scope !== 'all') rows = rows.where('customer_id', '=', caller.ownId);
  if (householdId !== undefined) rows = rows.where('household_id', '=', householdId);
  if (customerId !== undefined) rows = rows.where('customer_id', '=', customerId);
  if (cursor !== undefined) {
    const [lastAt, lastId] = decodeCursor(cursor, 'time', 'id');
    rows = rows.where(sql<SqlBool>`(registered_at, id) > (${lastAt}, ${lastId}::uuid)`);
  }
  const found = await rows
    .orderBy('registered_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return toPage(
    found,
    limit,
    (row) => presentAppliance(toAppliance(row)),
    (row) => [row.registered_at, row.id],
  );
}
