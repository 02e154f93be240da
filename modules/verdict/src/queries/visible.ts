import { type Caller, rowsInScope } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The caller's rows as a condition; a link opens those of its one order. */
export function visible(caller: Caller): RawBuilder<SqlBool> {
  if (caller.onlyWorkOrderId === null) return rowsInScope(caller);
  return sql`${rowsInScope(caller)} and work_order_id = ${caller.onlyWorkOrderId}::uuid`;
}
