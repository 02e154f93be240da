import type { Explanation } from '@firstfix/contract/dispatch/endpoints';
import { type Id, newId, toRfc3339 } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { CompiledQuery } from 'kysely';
import type { DB } from '../tables.ts';

export interface Decision {
  readonly workOrderId: Id;
  readonly visitId: Id | null;
  readonly how: string;
  readonly policy: string;
  readonly explanation: Pick<Explanation, 'chosen' | 'runnersUp' | 'refusals'> &
    Partial<Pick<Explanation, 'reason'>>;
}

/** Keeps why it was decided so, for months. */
export function saveDecisions(tx: Tx, decisions: readonly Decision[]): void {
  if (decisions.length === 0) return;
  const rows = decisions.map((decision) => ({
    id: newId(),
    work_order_id: decision.workOrderId,
    visit_id: decision.visitId,
    how: decision.how,
    decided_at: toRfc3339(tx.now),
    policy: decision.policy,
    explanation: decision.explanation,
  }));
  tx.later(tx.tables<DB>().executeQuery(CompiledQuery.raw(SAVE_DECISIONS, [JSON.stringify(rows)])));
}

const SAVE_DECISIONS = `insert into dispatch.decision
  select * from jsonb_populate_recordset(null::dispatch.decision, $1::jsonb)`;
