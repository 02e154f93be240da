import type { BodyOf } from '@firstfix/contract';
import type { markStepMissing as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import { STEP_MARKED_MISSING } from '@firstfix/contract/fieldwork/events';
import { invalidField } from '@firstfix/contract/refusal';
import { type Id, toDate } from '@firstfix/kernel';
import { type Tx, unlessThere } from '@firstfix/platform';
import type { Demands } from '../demands.ts';
import { jobFacts, topicsOf } from '../facts.ts';
import { mustSeeJob } from '../policy.ts';
import { changeJob, chooseJob, mustBeIn } from '../sheet.ts';
import { adding } from '../store.ts';
import { type Field, runCommand, type Sent, type SheetScene } from './run-command.ts';

/** The customer says a step was not done. Saying it twice tells it once. */
export function markStepMissing(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runCommand(field, tx, sent, async (scene) => {
    const { visit, sheet, caller } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service', 'finished');
    const { stepCode } = sent.body;
    const { workOrderId, job } = chooseJob(
      sheet,
      sent.body.workOrderId ?? caller.onlyWorkOrderId ?? undefined,
    );
    mustSeeJob(caller, workOrderId);
    mustBeStep(await field.needs.demandsOf(job.work.workType), stepCode);
    const result = { workOrderId, stepCode };
    if (job.markedMissing.includes(stepCode)) return { sheet, result };
    tx.emit(
      STEP_MARKED_MISSING,
      { ...jobFacts(visit, workOrderId, tx.now), stepCode },
      topicsOf(visit, workOrderId),
    );
    return {
      sheet: changeJob(sheet, workOrderId, { ...job, markedMissing: [...job.markedMissing, stepCode] }),
      result,
      added: [unlessThere(keepMark(scene, workOrderId, stepCode))],
      elsewhere: () =>
        field.orders.addJourneyEntry(tx, workOrderId, { kind: 'step_marked_missing', facts: { stepCode } }),
    };
  });
}

/** The five ones are part of the promise, though no line of a checklist. */
function mustBeStep({ steps }: Demands, stepCode: string): void {
  if (stepCode === 'five_ones' || steps.some(({ code }) => code === stepCode)) return;
  throw invalidField('/stepCode', 'unknown/step', { step: stepCode });
}

function keepMark({ visit, occurred }: SheetScene, workOrderId: Id, stepCode: string) {
  return adding('fieldwork.missing_step', {
    work_order_id: workOrderId,
    step_code: stepCode,
    visit_id: visit.id,
    customer_id: visit.customerId,
    marked_at: toDate(occurred.at),
  });
}
