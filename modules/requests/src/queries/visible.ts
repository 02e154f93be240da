import { type Caller, rowsInScope } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The SQL twin of `isVisible`. */
export function visible(caller: Caller): RawBuilder<SqlBool> {
  return caller.onlyWorkOrderId === null ? rowsInScope(caller) : sql`false`;
}
