import type { DemandedJob } from '../checklist.ts';
import type { Sheet } from '../sheet.ts';
import type { FieldworkNeeds } from './field-needs.ts';

/** The sheet's jobs, each with what its work type demands. */
export function demandedJobs(needs: FieldworkNeeds, sheet: Sheet): Promise<DemandedJob[]> {
  return Promise.all(
    sheet.workOrderIds.flatMap((workOrderId) => {
      const job = sheet.jobs[workOrderId];
      if (job === undefined) return [];
      return [withDemands(needs, workOrderId, job)];
    }),
  );
}

async function withDemands(
  needs: FieldworkNeeds,
  workOrderId: DemandedJob['workOrderId'],
  job: DemandedJob['job'],
): Promise<DemandedJob> {
  return { workOrderId, job, demands: await needs.demandsOf(job.work.workType) };
}
