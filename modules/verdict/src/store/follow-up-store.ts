import type { FollowUpOutcome, FollowUpState } from '@firstfix/contract/verdict/schemas';
import { type Id, toDate, toDateOrNull } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Selectable } from 'kysely';
import type { FollowUp } from '../follow-up.ts';
import type { DB, VerdictFollowUp } from '../tables.ts';
import type { VerdictDb } from './rating-store.ts';

export type FollowUpRow = Selectable<VerdictFollowUp>;

export async function findFollowUp(db: VerdictDb, workOrderId: Id): Promise<FollowUp | undefined> {
  const row = await db
    .selectFrom('verdict.follow_up')
    .selectAll()
    .where('work_order_id', '=', workOrderId)
    .executeTakeFirst();
  return row && toFollowUp(row);
}

/** For an order that has none. */
export async function insertFollowUp(tx: Tx, followUp: FollowUp): Promise<void> {
  await tx.tables<DB>().insertInto('verdict.follow_up').values(followUpColumns(followUp)).execute();
}

export async function saveFollowUp(tx: Tx, followUp: FollowUp): Promise<void> {
  await tx
    .tables<DB>()
    .updateTable('verdict.follow_up')
    .set(movingColumns(followUp))
    .where('work_order_id', '=', followUp.workOrderId)
    .execute();
}

/** The whole row. */
export function followUpColumns(followUp: FollowUp) {
  return {
    work_order_id: followUp.workOrderId,
    customer_id: followUp.customerId,
    engineer_id: followUp.engineerId,
    outlet_id: followUp.outletId,
    territory_id: followUp.territoryId,
    due_at: toDate(followUp.dueAt),
    ...movingColumns(followUp),
  };
}

function movingColumns(followUp: FollowUp) {
  return {
    state: followUp.state,
    outcome: followUp.outcome,
    note: followUp.note,
    rating_asked: followUp.ratingAsked,
    rework_id: followUp.reworkId,
    answered_at: toDateOrNull(followUp.answeredAt),
    answered_by: followUp.answeredBy,
    ended_at: toDateOrNull(followUp.endedAt),
  };
}

export function toFollowUp(row: FollowUpRow): FollowUp {
  return {
    workOrderId: row.work_order_id,
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    state: row.state as FollowUpState,
    outcome: row.outcome as FollowUpOutcome | null,
    note: row.note,
    ratingAsked: row.rating_asked,
    reworkId: row.rework_id,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    endedAt: row.ended_at,
  };
}
