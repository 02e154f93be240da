import type { FieldSheetView } from '@firstfix/contract/fieldwork/schemas';
import type { Language } from '@firstfix/contract/language';
import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import { demandedJobs } from '../operations/demanded-jobs.ts';
import type { Field } from '../operations/run-command.ts';
import { mayReadFlags } from '../policy.ts';
import { presentSheet } from '../present.ts';
import { type FieldworkDb, findSheet } from '../store.ts';

/** The whole sheet; 404 before anybody set out. A link sees its own order's job. */
export async function getFieldSheet(
  { orders, needs }: Field,
  db: FieldworkDb,
  caller: Caller,
  visitId: Id,
  language: Language,
): Promise<FieldSheetView> {
  const [visit, found] = await Promise.all([orders.getVisit(caller, visitId), findSheet(db, visitId)]);
  if (!found) throw notFound('field_sheet', visitId);
  const only = caller.onlyWorkOrderId;
  const jobs = (await demandedJobs(needs, found.sheet)).filter(
    ({ workOrderId }) => only === null || workOrderId === only,
  );
  return presentSheet(visit.state, found.sheet, jobs, { withFlags: mayReadFlags(caller), language });
}
