import type { Caller } from '@firstfix/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The caller's rows as a condition: the SQL twin of `policy.ts`, for tables with the owning columns. */
export function visible(caller: Caller): RawBuilder<SqlBool> {
  const scoped = inScope(caller);
  if (caller.onlyWorkOrderId === null) return scoped;
  return sql`${scoped} and work_order_id = ${caller.onlyWorkOrderId}::uuid`;
}

function inScope(caller: Caller): RawBuilder<SqlBool> {
  switch (caller.scope) {
    case 'all':
      return sql`true`;
    case 'territory':
      return sql`territory_id = any(${[...caller.territoryIds]}::uuid[])`;
    case 'outlet':
      return sql`outlet_id = ${caller.outletId}::uuid`;
    case 'own':
      return caller.role === 'engineer'
        ? sql`engineer_id = ${caller.ownId}::uuid`
        : sql`customer_id = ${caller.ownId}::uuid`;
  }
}
