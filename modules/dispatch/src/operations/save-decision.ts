import type { Explanation } from '@firstfix/contract/dispatch/endpoints';
import { type Id, newId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { DB } from '../tables.ts';

export interface Decision {
  readonly workOrderId: Id;
  readonly visitId: Id | null;
  readonly how: string;
  readonly policy: string;
  readonly explanation: Pick<Explanation, 'chosen' | 'runnersUp' | 'refusals'>;
}

/** Keeps why it was decided so, for months. */
export function saveDecisions(tx: Tx, decisions: readonly Decision[]): void {
  if (decisions.length === 0) return;
  tx.later(
    tx
      .tables<DB>()
      .insertInto('dispatch.decision')
      .values(
        decisions.map((decision) => ({
          id: newId(),
          work_order_id: decision.workOrderId,
          visit_id: decision.visitId,
          how: decision.how,
          decided_at: toDate(tx.now),
          policy: decision.policy,
          explanation: JSON.stringify(decision.explanation),
        })),
      )
      .execute(),
  );
}
