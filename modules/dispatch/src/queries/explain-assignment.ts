import type { Explanation } from '@firstfix/contract/dispatch/endpoints';
import { notFound } from '@firstfix/contract/refusal';
import { type Id, toRfc3339 } from '@firstfix/kernel';
import type { Kysely } from 'kysely';
import type { Decision } from '../operations/save-decision.ts';
import type { DB } from '../tables.ts';

/** The latest decision about an order, as it was explained when it was made. */
export async function explainAssignment(db: Kysely<DB>, workOrderId: Id): Promise<Explanation> {
  const row = await db
    .selectFrom('dispatch.decision')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) throw notFound('assignment', workOrderId);
  const explanation = row.explanation as Decision['explanation'];
  return { reason: null, ...explanation, how: row.how, at: toRfc3339(row.decided_at), policy: row.policy };
}
