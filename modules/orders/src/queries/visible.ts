import { type Caller, rowsInScope } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The SQL twins of `policy.ts`. */

export function visibleOrders(caller: Caller): RawBuilder<SqlBool> {
  if (caller.onlyWorkOrderId === null) return rowsInScope(caller);
  return sql`${rowsInScope(caller)} and id = ${caller.onlyWorkOrderId}::uuid`;
}

export function visibleVisits(caller: Caller): RawBuilder<SqlBool> {
  if (caller.onlyWorkOrderId === null) return rowsInScope(caller);
  return sql`${rowsInScope(caller)} and work_order_ids @> array[${caller.onlyWorkOrderId}::uuid]`;
}
