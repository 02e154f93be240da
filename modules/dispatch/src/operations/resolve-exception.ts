import { EXCEPTION_RAISED, EXCEPTION_RESOLVED } from '@firstfix/contract/dispatch/events';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, newId, toDate } from '@firstfix/kernel';
import type { Caller, Tx } from '@firstfix/platform';
import { maySeeTerritory } from '../queries/plans.ts';
import type { DB } from '../tables.ts';
import { tellException } from './tell-screens.ts';

export interface NewException {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: Id;
  readonly territoryId: Id | null;
  readonly owner: string;
}

/** One open exception per subject and kind. */
export async function raiseException(tx: Tx, exception: NewException): Promise<void> {
  const raised = await tx
    .tables<DB>()
    .insertInto('dispatch.exception')
    .values({
      id: newId(),
      kind: exception.kind,
      subject_type: exception.subjectType,
      subject_id: exception.subjectId,
      territory_id: exception.territoryId,
      owner: exception.owner,
      opened_at: toDate(tx.now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (raised) tellException(tx, EXCEPTION_RAISED, raised);
}

/** A person says what was done about it. */
export async function resolveException(tx: Tx, caller: Caller, id: Id, resolution: string) {
  const db = tx.tables<DB>();
  const row = await db
    .selectFrom('dispatch.exception')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const visible =
    row &&
    (caller.scope === 'all' || (row.territory_id !== null && maySeeTerritory(caller, row.territory_id)));
  if (!visible) throw notFound('exception', id);
  if (row.resolved_at !== null) return row;
  tellException(tx, EXCEPTION_RESOLVED, row);
  return db
    .updateTable('dispatch.exception')
    .set({ resolved_at: toDate(tx.now), resolution })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
