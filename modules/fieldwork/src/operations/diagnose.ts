import type { BodyOf } from '@firstfix/contract';
import type { diagnose as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { Tx } from '@firstfix/platform';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { type Field, runCommand, type Sent } from './run-command.ts';

/** The fault as the engineer found it, compared with what triage thought. */
export function diagnose(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runCommand(field, tx, sent, ({ visit, sheet }) => {
    mustBeIn(visit.state, 'on_site', 'in_service');
    const { workOrderId, job } = chooseJob(sheet, sent.body.workOrderId);
    const { faultCode, symptomCode, causeCode, faultyPart, remedyCode, repairClass } = sent.body.diagnosis;
    const diagnosis = { faultCode, symptomCode, causeCode, faultyPart, remedyCode, repairClass };
    const triaged = job.work.symptomCode;
    return {
      sheet: changeJob(sheet, workOrderId, { ...job, diagnosis }),
      result: { asTriaged: triaged === null ? null : triaged === symptomCode },
    };
  });
}
