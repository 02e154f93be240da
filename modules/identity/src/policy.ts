import type { Caller } from '@firstfix/platform';
import type { ExpressionBuilder, SqlBool } from 'kysely';
import type { DB } from './tables.ts';

/** The sessions a caller may see and end: a link's session only itself, everybody their own, an admin all. */
export function visibleSessions(caller: Caller) {
  return (eb: ExpressionBuilder<DB, 'identity.session'>) => {
    if (caller.onlyWorkOrderId !== null) return eb('id', '=', caller.sessionId);
    if (caller.scope === 'all') return eb.val(true).$castTo<SqlBool>();
    return eb('user_id', '=', caller.userId);
  };
}
