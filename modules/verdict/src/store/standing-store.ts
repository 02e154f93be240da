import type { Id } from '@firstfix/kernel';
import { CompiledQuery } from 'kysely';
import type { FollowUp } from '../follow-up.ts';
import { type FollowUpRow, toFollowUp } from './follow-up-store.ts';
import type { VerdictDb } from './rating-store.ts';

/** Where the verdict on an order stands: what decides whether it can be closed. */
export interface Standing {
  /** By the customer, or neutral. */
  readonly isRated: boolean;
  readonly hasOpenComplaint: boolean;
  readonly followUp: FollowUp | undefined;
}

const STANDING = `select f.*,
    exists (select from verdict.rating where work_order_id = $1) as is_rated,
    exists (select from verdict.complaint where work_order_id = $1 and closed_at is null) as has_open_complaint
  from (values ($1::uuid)) as o (id) left join verdict.follow_up f on f.work_order_id = o.id`;

type Row = (FollowUpRow | { readonly work_order_id: null }) & {
  readonly is_rated: boolean;
  readonly has_open_complaint: boolean;
};

/**
 * Of an order whose row the caller has locked, so that nobody else changes it. Sent together with the lock it is
 * read behind it.
 */
export async function findStanding(db: VerdictDb, workOrderId: Id): Promise<Standing> {
  const [row] = (await db.executeQuery<Row>(CompiledQuery.raw(STANDING, [workOrderId]))).rows;
  if (!row) throw new RangeError('a standing has one row');
  return {
    isRated: row.is_rated,
    hasOpenComplaint: row.has_open_complaint,
    followUp: row.work_order_id === null ? undefined : toFollowUp(row),
  };
}
