import type { BodyOf } from '@firstfix/contract';
import { type finishVisit as endpoint, INCOMPLETE } from '@firstfix/contract/fieldwork/endpoints';
import type { Instant } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { missingToFinish, mustMissNothing } from '../checklist.ts';
import { mustBeIn, onSiteSeconds, type Sheet } from '../sheet.ts';
import { demandedJobs } from './demanded-jobs.ts';
import type { ServiceDone } from './field-needs.ts';
import { type Field, runCommand, type Sent } from './run-command.ts';

/** The work is done, and the sheet says so in every line: 422 with everything that is missing. */
export function finishVisit(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runCommand(field, tx, sent, async ({ visit, sheet, occurred, caller }) => {
    mustBeIn(visit.state, 'in_service');
    const jobs = await demandedJobs(field.needs, sheet);
    mustMissNothing(missingToFinish(jobs), INCOMPLETE);
    const ended = { ...sheet, endedAt: occurred.at, endedHow: 'finished' as const };
    return {
      sheet: ended,
      state: 'finished',
      result: { onSiteSeconds: onSiteSeconds(ended) },
      elsewhere: () =>
        Promise.all([
          field.orders.finishVisit(tx, caller, visit.id),
          ...servicesOf(ended, occurred.at).map((done) => field.needs.recordService(tx, done)),
        ]),
    };
  });
}

/** What goes into the appliances' histories; nothing doubtful does. */
function servicesOf({ jobs, engineerId }: Sheet, at: Instant): ServiceDone[] {
  return Object.entries(jobs).flatMap(([workOrderId, { applianceId, identification, work, diagnosis }]) => {
    if (applianceId === null || identification !== 'known') return [];
    const faultCode = diagnosis?.faultCode ?? null;
    return [{ applianceId, workOrderId, kind: work.workType, faultCode, at, engineerId }];
  });
}
