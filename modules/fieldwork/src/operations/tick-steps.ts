import type { BodyOf } from '@firstfix/contract';
import type { tickSteps as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { StepTick } from '@firstfix/contract/fieldwork/schemas';
import { fieldError, invalidFields } from '@firstfix/contract/refusal';
import type { FieldError } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { missingSteps } from '../checklist.ts';
import type { Demands } from '../demands.ts';
import { findDuplicate, type GivenEvidence, keepEvidence } from '../evidence-store.ts';
import { changeJob, chooseJob, type Job, mustBeIn, type StepState } from '../sheet.ts';
import { type Field, runCommand, type Sent } from './run-command.ts';

/** Steps of the 1 + 5, done or not applicable, each with its photos. Ticking again adds photos. */
export function tickSteps(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  const { steps } = sent.body;
  const photos = evidenceOf(steps);
  return runCommand(field, tx, { ...sent, evidence: photos }, async (scene) => {
    const { visit, sheet, evidence } = scene;
    mustBeIn(visit.state, 'on_site', 'in_service');
    const { workOrderId, job } = chooseJob(sheet, sent.body.workOrderId);
    const demands = await field.needs.demandsOf(job.work.workType);
    mustBeDemanded(steps, demands);
    const duplicated = photos.some(({ hash }) => findDuplicate(evidence, hash, workOrderId) !== undefined);
    const ticked = {
      ...job,
      steps: stepsAfter(job, steps),
      photosDuplicated: job.photosDuplicated || duplicated,
    };
    return {
      sheet: changeJob(sheet, workOrderId, ticked),
      result: { missingSteps: missingSteps(sheet, ticked, demands), photosDuplicated: duplicated },
      added: keepEvidence(tx, visit.id, workOrderId, photos, evidence, scene.occurred.at),
    };
  });
}

function evidenceOf(steps: readonly StepTick[]): GivenEvidence[] {
  return steps.flatMap(({ code, evidence = [] }, at) =>
    evidence.map((hash, index) => ({
      pointer: `/steps/${at}/evidence/${index}`,
      hash,
      purpose: `step:${code}`,
    })),
  );
}

/** Only steps of the work type's checklist, and none left out that must be done: 422 naming each. */
function mustBeDemanded(steps: readonly StepTick[], demands: Demands): void {
  const wrong = steps.flatMap(({ code, outcome }, at): FieldError[] => {
    const demand = demands.steps.find((one) => one.code === code);
    if (demand === undefined) {
      return [fieldError(`/steps/${at}/code`, 'unknown/step', { step: code })];
    }
    if (outcome === 'done' || demand.mayNotApply) return [];
    return [fieldError(`/steps/${at}/outcome`, 'must_be_done', { step: code })];
  });
  if (wrong.length === 0) return;
  throw invalidFields(wrong);
}

function stepsAfter(job: Job, steps: readonly StepTick[]): Record<string, StepState> {
  const after: Record<string, StepState> = { ...job.steps };
  for (const { code, outcome, evidence = [] } of steps) {
    const before = after[code]?.evidence ?? [];
    after[code] = { outcome, evidence: [...new Set([...before, ...evidence])] };
  }
  return after;
}
