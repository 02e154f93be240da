import type { RepairClass } from '@firstfix/contract/fieldwork/codes';
import type { FieldFlags, QuoteLine } from '@firstfix/contract/fieldwork/schemas';
import type { Id } from '@firstfix/kernel';
import { missingSteps, testIsEnough } from '../checklist.ts';
import type { Demands } from '../demands.ts';
import type { FieldworkNeeds } from '../operations/field-needs.ts';
import { approvedFen } from '../quote.ts';
import { flagsOf, type Job, onSiteSeconds, type Sheet } from '../sheet.ts';
import { type FieldworkDb, sheetsOfOrders } from '../store.ts';

/** What the field says about an order, from its last visit. */
export interface FieldSummary {
  readonly visitId: Id;
  readonly approvedQuoteFen: number;
  /** Lines of the approved quote. */
  readonly quoteLines: readonly QuoteLine[];
  readonly missingSteps: string[];
  readonly serialNumber: string | null;
  readonly applianceId: Id | null;
  readonly faultCode: string | null;
  readonly repairClass: RepairClass | null;
  /** Whether the engineer found the symptom triage predicted; null when one of them named none. */
  readonly asTriaged: boolean | null;
  /** All visits of the order together. */
  readonly onSiteSeconds: number;
  readonly distanceMetres: number | null;
  readonly readingsOk: boolean;
  readonly flags: FieldFlags;
}

/** A visit that ended without the repair was a look and an adjustment, whatever the diagnosis would have needed. */
function classOfWork(sheet: Sheet, job: Job): RepairClass | null {
  if (job.diagnosis === null) return null;
  return sheet.endedHow === 'cannot_complete' ? 'adjust' : job.diagnosis.repairClass;
}

/** `undefined` when nobody ever set out for the order. */
export async function summaryOf(
  needs: FieldworkNeeds,
  db: FieldworkDb,
  workOrderId: Id,
): Promise<FieldSummary | undefined> {
  const sheets = await sheetsOfOrders(db, [workOrderId]);
  const job = sheets[0]?.jobs[workOrderId];
  return job && summarise(sheets, workOrderId, await needs.demandsOf(job.work.workType));
}

/** The same of sheets at hand, the latest first. */
export function summarise(
  sheets: readonly Sheet[],
  workOrderId: Id,
  demands: Demands,
): FieldSummary | undefined {
  const [sheet] = sheets;
  const job = sheet?.jobs[workOrderId];
  if (sheet === undefined || job === undefined) return undefined;
  const triaged = job.work.symptomCode;
  return {
    visitId: sheet.visitId,
    approvedQuoteFen: approvedFen(job.quote),
    quoteLines: job.quote?.state === 'approved' ? job.quote.lines : [],
    missingSteps: missingSteps(sheet, job, demands),
    serialNumber: job.serialNumber,
    applianceId: job.applianceId,
    faultCode: job.diagnosis?.faultCode ?? null,
    repairClass: classOfWork(sheet, job),
    asTriaged: job.diagnosis === null || triaged === null ? null : job.diagnosis.symptomCode === triaged,
    onSiteSeconds: sheets.reduce((sum, one) => sum + onSiteSeconds(one), 0),
    distanceMetres: sheet.distanceMetres,
    readingsOk: testIsEnough(job.tests.before, demands) && testIsEnough(job.tests.after, demands),
    flags: flagsOf(sheet, [job]),
  };
}
