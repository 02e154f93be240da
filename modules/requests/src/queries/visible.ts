import type { Caller } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';

/** The caller's rows as a condition: the SQL twin of `isVisible`. */
export function visible(caller: Caller) {
  if (caller.onlyWorkOrderId !== null) return sql<SqlBool>`false`;
  switch (caller.scope) {
    case 'all':
      return sql<SqlBool>`true`;
    case 'territory':
      return sql<SqlBool>`territory_id = any(${[...caller.territoryIds]}::uuid[])`;
    case 'outlet':
      return sql<SqlBool>`outlet_id = ${caller.outletId}::uuid`;
    case 'own':
      return sql<SqlBool>`customer_id = ${caller.ownId}::uuid`;
  }
}
