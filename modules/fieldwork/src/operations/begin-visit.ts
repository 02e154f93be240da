import type { BodyOf } from '@firstfix/contract';
import { type beginVisit as endpoint, NOT_READY_TO_BEGIN } from '@firstfix/contract/fieldwork/endpoints';
import type { Tx } from '@firstfix/platform';
import { missingToBegin, mustMissNothing } from '../checklist.ts';
import { mustBeIn } from '../sheet.ts';
import { demandedJobs } from './demanded-jobs.ts';
import { type Field, runCommand, type Sent } from './run-command.ts';

/** The work begins once the appliance is identified, the electricity measured and the price agreed. */
export function beginVisit(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runCommand(field, tx, sent, async ({ visit, sheet, occurred, caller }) => {
    mustBeIn(visit.state, 'on_site');
    const jobs = await demandedJobs(field.needs, sheet);
    mustMissNothing(missingToBegin(jobs), NOT_READY_TO_BEGIN);
    return {
      sheet: { ...sheet, beganAt: occurred.at },
      state: 'in_service',
      result: {},
      elsewhere: () => field.orders.beginVisit(tx, caller, visit.id),
    };
  });
}
