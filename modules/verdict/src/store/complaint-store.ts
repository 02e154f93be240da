import { notFound } from '@firstfix/contract/refusal';
import type { LiableParty, Severity } from '@firstfix/contract/verdict/schemas';
import { type Id, toDate, toDateOrNull } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { type Selectable, sql } from 'kysely';
import type { Complaint } from '../complaint.ts';
import type { DB, VerdictComplaint } from '../tables.ts';
import type { VerdictDb } from './rating-store.ts';

/** Stores a new complaint; the answer carries its number. */
export async function insertComplaint(
  tx: Tx,
  complaint: Omit<Complaint, 'number'>,
  day: string,
): Promise<Complaint> {
  const { number } = await tx
    .tables<DB>()
    .insertInto('verdict.complaint')
    .values({
      ...fixedColumns(complaint),
      number: sql<string>`'C' || ${day} || lpad(nextval('verdict.complaint_number_seq')::text, 5, '0')`,
      version: complaint.version,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return { ...complaint, number };
}

/** The answer is the complaint at its new version. */
export async function saveComplaint(tx: Tx, complaint: Complaint): Promise<Complaint> {
  const version = complaint.version + 1;
  await tx
    .tables<DB>()
    .updateTable('verdict.complaint')
    .set({ ...movingColumns(complaint), version })
    .where('id', '=', complaint.id)
    .execute();
  return { ...complaint, version };
}

/** The whole row. */
export function complaintColumns(complaint: Complaint) {
  const { number, version } = complaint;
  return { ...fixedColumns(complaint), ...movingColumns(complaint), number, version };
}

function fixedColumns(complaint: Omit<Complaint, 'number'>) {
  return {
    id: complaint.id,
    work_order_id: complaint.workOrderId,
    customer_id: complaint.customerId,
    engineer_id: complaint.engineerId,
    outlet_id: complaint.outletId,
    territory_id: complaint.territoryId,
    severity: complaint.severity,
    words: complaint.words,
    opened_by_role: complaint.openedByRole,
    opened_at: toDate(complaint.openedAt),
  };
}

function movingColumns(complaint: Complaint) {
  return {
    answer: complaint.answer,
    answered_at: toDateOrNull(complaint.answeredAt),
    liable: complaint.liable,
    judgement: complaint.judgement,
    judged_by: complaint.judgedBy,
    judged_at: toDateOrNull(complaint.judgedAt),
    closed_by_role: complaint.closedByRole,
    closed_at: toDateOrNull(complaint.closedAt),
  };
}

export async function getComplaint(db: VerdictDb, id: Id): Promise<Complaint> {
  const row = await db.selectFrom('verdict.complaint').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('complaint', id);
  return toComplaint(row);
}

/** Locked for the rest of the transaction; after the order's lock, if that is needed too. */
export async function lockComplaint(tx: Tx, id: Id): Promise<Complaint> {
  const row = await tx
    .tables<DB>()
    .selectFrom('verdict.complaint')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('complaint', id);
  return toComplaint(row);
}

export function toComplaint(row: Selectable<VerdictComplaint>): Complaint {
  return {
    id: row.id,
    number: row.number,
    workOrderId: row.work_order_id,
    customerId: row.customer_id,
    engineerId: row.engineer_id,
    outletId: row.outlet_id,
    territoryId: row.territory_id,
    severity: row.severity as Severity,
    words: row.words,
    openedByRole: row.opened_by_role,
    openedAt: row.opened_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    liable: row.liable as LiableParty | null,
    judgement: row.judgement,
    judgedBy: row.judged_by,
    judgedAt: row.judged_at,
    closedByRole: row.closed_by_role,
    closedAt: row.closed_at,
    version: row.version,
  };
}
