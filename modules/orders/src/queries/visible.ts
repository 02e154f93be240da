import type { Caller } from '@firstfix/platform';
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** The caller's rows as a condition: the SQL twin of `isVisible`. */
export function visible<T extends 'orders.work_order' | 'orders.visit'>(caller: Caller) {
  return (eb: ExpressionBuilder<DB, T>) => {
    const column = (name: string) => sql<string>`${sql.ref(name)}`;
    switch (caller.scope) {
      case 'all':
        return eb.val(true).$castTo<SqlBool>();
      case 'territory':
        return sql<SqlBool>`${column('territory_id')} = any(${[...caller.territoryIds]}::uuid[])`;
      case 'outlet':
        return sql<SqlBool>`${column('outlet_id')} = ${caller.outletId}::uuid`;
      case 'own':
        return sql<SqlBool>`${column(caller.role === 'engineer' ? 'engineer_id' : 'customer_id')} = ${caller.ownId}::uuid`;
    }
  };
}
